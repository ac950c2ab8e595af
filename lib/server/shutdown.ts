import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import { ServerResponse } from 'node:http'
import { log } from './log'

/** Shutdown timeout in ms; hosts usually send SIGKILL after 30 s. */
const TIMEOUT_MS = 28_000

/**
 * Graceful shutdown on SIGTERM and SIGINT: Next stops listening and finishes requests in flight, so that a paid one gets its answer stored;
 * no new background work begins. Whatever takes longer than the timeout is cut off: its state is in the database, and the next start
 * continues with it.
 */
export function shutDownOnSignal(stopWork: () => Promise<void>): void {
  let shuttingDown = false
  const end = (signal: 'SIGTERM' | 'SIGINT') => {
    if (shuttingDown) return
    shuttingDown = true
    log().info({ signal }, 'shutting down: finishing requests in flight')
    disableKeepAlive()
    stopWork().catch((error: unknown) => log().error({ err: error }, 'background work did not stop'))
    setTimeout(() => {
      log().warn('shutdown timed out: cutting requests that are still running')
      process.exit(signal === 'SIGINT' ? 130 : 143)
    }, TIMEOUT_MS).unref()
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

/** Disables keep-alive, since pages that poll over an open connection would keep the server running. */
function disableKeepAlive(): void {
  subscribe('http.server.request.start', (message) => {
    const response =
      typeof message === 'object' && message !== null && 'response' in message ? message.response : null
    if (response instanceof ServerResponse) response.shouldKeepAlive = false
  })
}
