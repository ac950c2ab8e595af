import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest'
import * as z from 'zod'
import { type FaultOrder, type RunningSandbox, type Settings, startSandbox } from '@/lib/sandbox'
import { dueWork } from '@/lib/server/db'
import { create, list, read, remove, tracker } from '@/lib/server/generations'
import type { Content } from '@/lib/server/generations/files/small-file'
import type { Generation, Status } from '@/lib/shared/generation'
import { another, form, me } from './submission'

const KEY = 'sk-canary-0123456789'
/** Generous: reached only when something hangs. */
export const TIMEOUT_MS = 300_000
const TIMINGS = { pendingMs: 2_000, processingMs: 4_000, uploadingMs: 2_000 }

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
export const bytesOf = (content: Content): Promise<Buffer> => buffer(content.stream())

const answer = z.object({ data: z.object({ url: z.array(z.string()).nullish() }) })

type Env = Record<string, string> | (() => Promise<Record<string, string>>)

/**
 * Sets up the generations module against a sandbox over real HTTP, in a temporary data folder. Both clocks stand still
 * until a test advances them, and nothing is polled until a test says so. Call once per test file.
 */
export function startStudio(env: Env = {}) {
  let running: RunningSandbox
  /** ms by which the studio's clock is ahead of the provider's. */
  let ahead = 0
  let folder: string

  beforeAll(async () => {
    running = await startSandbox({
      key: KEY,
      video: 'tiny',
      settings: TIMINGS,
      now: () => Date.now() - ahead,
    })
    folder = await mkdtemp(join(tmpdir(), 'promptreel-generations-'))
    Object.assign(process.env, {
      TENSORSLAB_API_KEY: KEY,
      TENSORSLAB_BASE_URL: running.url,
      TENSORSLAB_RESULT_HOSTS: `127.0.0.1:${running.port}`,
      DATA_DIR: folder,
      POLL_INTERVAL_MS: '100',
      LOG_LEVEL: 'silent',
      ...(typeof env === 'function' ? await env() : env),
    })
    vi.useFakeTimers({ toFake: ['Date'] })
  })
  afterEach(async () => {
    expect(running.sandbox.ledger().leaks, 'the API key was sent to a result host').toEqual([])
    await removeAll()
    running.sandbox.heal()
    running.sandbox.set(TIMINGS)
    await running.sandbox.forget()
  })
  afterAll(async () => {
    vi.useRealTimers()
    await running.close()
    await rm(folder, { recursive: true })
  })

  return {
    folder: () => folder,
    host: () => `127.0.0.1:${running.port}`,
    ledger: () => running.sandbox.ledger(),
    fail: (...faults: FaultOrder[]) => running.sandbox.fail(...faults),
    heal: () => running.sandbox.heal(),
    set: (settings: Partial<Settings>) => running.sandbox.set(settings),
    pass,
    /** Changes the studio's clock only: no time passes, and the provider's clock stays. */
    setClock(ms: number): void {
      ahead += ms
      pass(ms)
    },
    until,
    make: async (fields: Record<string, string> = {}, key: string | null = null) =>
      (await create(form(fields), key, me)).generation,
    addresses: (taskid: string | null) => addressesOf(running.url, taskid),
    /** The provider's result files for a task, in its order. */
    async results(taskid: string | null): Promise<Buffer[]> {
      const addresses = await addressesOf(running.url, taskid)
      return Promise.all(addresses.map(async (one) => Buffer.from(await (await fetch(one)).arrayBuffer())))
    },
    /** All stored and temporary files, as paths relative to the data folder. */
    async files(): Promise<string[]> {
      const all = await readdir(folder, { recursive: true, withFileTypes: true })
      const files = all.filter((entry) => entry.isFile() && !/^(promptreel|lock)\.db/.test(entry.name))
      return files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).toSorted()
    },
  }
}

/** URLs of a task's results, from the provider. */
async function addressesOf(provider: string, taskid: string | null): Promise<string[]> {
  const response = await fetch(`${provider}/v1/video/infobytaskid`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}` },
    body: JSON.stringify({ taskid }),
  })
  return answer.parse(await response.json()).data.url ?? []
}

/** Removes what a test leaves, which would be polled and deleted during the next. */
async function removeAll(): Promise<void> {
  for (const user of [me, another]) {
    for (const { id } of (await list(user, { limit: '100' })).items) await remove(id, user)
  }
  pass(120_000)
  for (const { taskid } of await dueWork.claimDeletions(1_000, 0)) await dueWork.dropDeletion(taskid)
}

function pass(ms: number): void {
  vi.setSystemTime(Date.now() + ms)
}

/** Polls, a simulated second apart, until a generation has one of the statuses. @throws Error when it ends otherwise */
async function until(id: string, ...statuses: Status[]): Promise<Generation> {
  const start = performance.now()
  while (performance.now() - start < TIMEOUT_MS) {
    const generation = await read(id, me)
    if (statuses.includes(generation.status)) return generation
    if (['completed', 'failed', 'rejected', 'unknown'].includes(generation.status)) {
      throw new Error(`it ended otherwise: ${JSON.stringify(generation)}`)
    }
    pass(1_000)
    await tracker.pollOnce()
    await setImmediate() // an in-process database resolves immediately and would starve other events
  }
  throw new Error(`it is still not ${statuses}: ${JSON.stringify(await read(id, me))}`)
}
