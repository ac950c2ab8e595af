import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Outcome } from './outcome'
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox'

const DRIP_BYTES = 16_384

export type RunningSandbox = {
  /** Without a slash at the end. */
  url: string
  port: number
  sandbox: Sandbox
  /** Cuts what is under way; leaves no process, timer, socket or file behind. */
  close(): Promise<void>
}

/**
 * Serves a sandbox on 127.0.0.1. Port 0, the default, takes a free one.
 * @throws Error EADDRINUSE | EACCES
 */
export async function startSandbox({
  port = 0,
  ...options
}: SandboxOptions & { port?: number } = {}): Promise<RunningSandbox> {
  const sandbox = createSandbox(options)
  const server = createServer((message, response) => void serve(sandbox, message, response))
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  } catch (error) {
    await sandbox.close()
    throw error
  }
  const address = server.address()
  const taken = typeof address === 'object' && address ? address.port : port
  return {
    url: `http://127.0.0.1:${taken}`,
    port: taken,
    sandbox,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      await sandbox.close()
    },
  }
}

async function serve(sandbox: Sandbox, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const gone = new AbortController()
  const ended = once(response, 'close').then(() => gone.abort())
  try {
    await carryOut(await sandbox.handle(requestOf(message), ended), response, gone.signal)
  } catch (error) {
    // A caller who hangs up half way makes reading or writing fail, and is no failure of ours.
    if (!gone.signal.aborted && !message.errored) console.error(error)
    response.destroy()
  }
}

function requestOf(message: IncomingMessage): Request {
  const headers = new Headers()
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value)
  }
  const hasBody = message.method !== 'GET' && message.method !== 'HEAD'
  return new Request(new URL(message.url ?? '/', `http://${message.headers.host ?? '127.0.0.1'}`), {
    method: message.method,
    headers,
    ...(hasBody && { body: Readable.toWeb(message) as ReadableStream, duplex: 'half' }),
  })
}

async function carryOut(outcome: Outcome, response: ServerResponse, gone: AbortSignal): Promise<void> {
  switch (outcome.kind) {
    case 'hang':
      return
    case 'drop':
      response.destroy()
      return
    case 'answer':
      if (outcome.delayMs) await pause(outcome.delayMs, undefined, { signal: gone })
      return send(outcome.response, response)
    case 'drip':
      return drip(outcome.response, outcome.pauseMs, response, gone)
    case 'cut':
      return cut(outcome.response, response)
  }
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  if (answer.headers.has('content-length')) {
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    await pipeline(answer.body ?? [], response)
  } else {
    const body = Buffer.from(await answer.arrayBuffer())
    head(answer, body.byteLength, response).end(body)
  }
}

const head = (answer: Response, length: number, response: ServerResponse): ServerResponse =>
  response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'content-length': length })

async function drip(answer: Response, pauseMs: number, response: ServerResponse, gone: AbortSignal) {
  const body = Buffer.from(await answer.arrayBuffer())
  head(answer, body.byteLength, response)
  for (let at = 0; at < body.byteLength; at += DRIP_BYTES) {
    response.write(body.subarray(at, at + DRIP_BYTES))
    await pause(pauseMs, undefined, { signal: gone })
  }
  response.end()
}

async function cut(answer: Response, response: ServerResponse): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer())
  head(answer, body.byteLength, response)
  response.write(body.subarray(0, body.byteLength >> 1), () => response.destroy())
}
