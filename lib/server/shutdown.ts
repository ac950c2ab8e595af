import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import { ServerResponse } from 'node:http'
import { log } from './log'

/** How long the end may take, in ms: what hosts usually grant before they kill is 30 s. */
const TIMEOUT_MS = 28_000

/**
 * How the server ends when it is told to: Next stops listening and waits for the requests that are in flight, so that
 * a paid one gets its answer written down; meanwhile no new work is begun. What takes longer is cut: it stands in the
 * store, and the next start goes on with it.
 */
export function endWell(stopWork: () => Promise<void>): void {
  let shuttingDown = false
  const end = (signal: 'SIGTERM' | 'SIGINT') => {
    if (shuttingDown) return
    shuttingDown = true
    log().info({ signal }, 'shutting down: finishing requests in flight')
    letGoOfConnections()
    stopWork().catch((error: unknown) => log().error({ err: error }, 'background work did not stop'))
    setTimeout(() => {
      log().warn('shutdown timed out: cutting requests that are still running')
      process.exit(signal === 'SIGINT' ? 130 : 143)
    }, TIMEOUT_MS).unref()
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

/** A page that keeps asking over a connection it holds would keep the server: each answer closes its own now. */
function letGoOfConnections(): void {
  subscribe('http.server.request.start', (message) => {
    const response =
      typeof message === 'object' && message !== null && 'response' in message ? message.response : null
    if (response instanceof ServerResponse) response.shouldKeepAlive = false
  })
}
