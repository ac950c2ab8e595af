import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, onTestFinished, vi } from 'vitest'
import * as z from 'zod'
import { type FaultOrder, startSandbox } from '@/lib/sandbox'
import { fetchResult, parseHosts, ResultError } from '@/lib/server/results'

const KEY = 'sk-canary-0123456789'

/** Starts an HTTP server that records its requests. */
export async function serve(listener: RequestListener, host = '127.0.0.1') {
  const asked: IncomingMessage[] = []
  let connections = 0
  const server = createServer((request, response) => {
    asked.push(request)
    listener(request, response)
  })
  server.on('connection', () => {
    connections += 1
  })
  server.listen(0, host)
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  const { port } = z.object({ port: z.number() }).parse(server.address())
  return {
    port,
    host: `127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}`,
    asked,
    connections: () => connections,
  }
}

/** A temporary folder, removed after the test, and a path in it. */
export async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'promptreel-results-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return { into: join(path, randomUUID()), files: () => readdir(path) }
}

/** A small valid image. */
export const png = await sharp({ create: { width: 320, height: 180, channels: 3, background: '#a04020' } })
  .png()
  .toBuffer()

/** Fetches /start from a server with this listener. */
export async function fetchFrom(listener: RequestListener, options: object = {}) {
  const server = await serve(listener)
  const { into, files } = await folder()
  const hosts = parseHosts(server.host)
  return { server, into, files, fetching: fetchResult(`${server.url}/start`, into, { hosts, ...options }) }
}

/** The ResultError of a fetch. Fails the test when it resolves or rejects otherwise. */
export async function failureOf(fetching: Promise<unknown>): Promise<ResultError> {
  const error = await fetching.then(
    () => expect.fail('the fetch succeeded'),
    (error: unknown) => error,
  )
  if (error instanceof ResultError) return error
  throw error
}

const task = z.object({ data: z.object({ task_status: z.number(), url: z.array(z.string()).nullish() }) })
const created = z.object({ data: z.object({ taskid: z.string() }) })

/** Starts a provider whose tasks complete as soon as their video is rendered. */
export async function startProvider(video: 'tiny' | 'rendered') {
  const timings = { pendingMs: 0, processingMs: 0, uploadingMs: 0 }
  const { url, port, sandbox, close } = await startSandbox({ key: KEY, video, settings: timings })
  const post = async (path: string, body: BodyInit) => {
    const headers = { authorization: `Bearer ${KEY}` }
    return (await fetch(`${url}/v1/video/${path}`, { method: 'POST', headers, body })).json()
  }
  return {
    host: `127.0.0.1:${port}`,
    sandbox,
    close,
    fail: (fault: FaultOrder) => sandbox.fail(fault),
    /** Creates a task and returns the URLs of its results. */
    async make(fields: Record<string, string> = {}): Promise<string[]> {
      const form = new FormData()
      for (const [name, value] of Object.entries({ prompt: 'A koala waves.', ...fields }))
        form.append(name, value)
      const { taskid } = created.parse(await post('seedancev2', form)).data
      const poll = async () => {
        const { data } = task.parse(await post('infobytaskid', JSON.stringify({ taskid })))
        expect(data.task_status).toBe(3)
        return data.url ?? []
      }
      return vi.waitFor(poll, { timeout: 300_000 })
    },
  }
}
