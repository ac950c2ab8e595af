import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { carryOut } from './carry-out'
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox'

export type RunningSandbox = {
  /** Without a trailing slash. */
  url: string
  port: number
  sandbox: Sandbox
  /** Aborts everything and leaves no process, timer, socket or file behind. Idempotent. */
  close(): Promise<void>
}

/**
 * Serves a sandbox on 127.0.0.1. Port 0, the default, picks a free one.
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
  const actualPort = typeof address === 'object' && address ? address.port : port
  const close = async () => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
    await sandbox.close()
  }
  let closing: Promise<void> | undefined
  return {
    url: `http://127.0.0.1:${actualPort}`,
    port: actualPort,
    sandbox,
    close() {
      closing ??= close()
      return closing
    },
  }
}

async function serve(sandbox: Sandbox, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const gone = new AbortController()
  const ended = new Promise<void>((resolve) => response.on('close', resolve))
  void ended.then(() => gone.abort())
  response.on('error', () => gone.abort()) // the caller disconnected while we were writing
  const healed = sandbox.healed()
  try {
    await carryOut(await sandbox.handle(requestOf(message), ended), response, gone.signal, healed)
  } catch (error) {
    // When a caller disconnects midway, reading or writing fails; that is not our error.
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
