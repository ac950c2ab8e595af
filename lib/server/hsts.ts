import 'server-only'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { ServerResponse } from 'node:http'

const BEGUN = 'http.server.request.start'

const responseOf = (message: unknown): unknown =>
  typeof message === 'object' && message !== null ? Reflect.get(message, 'response') : undefined

/**
 * Sends Strict-Transport-Security with every response, for this host alone: what runs on its subdomains is not ours to decide. Set here,
 * because Next writes the headers of its configuration down when it builds.
 * @param seconds for which browsers use only https; 0 sends nothing
 * @returns a function that stops this
 */
export function sendHsts(seconds: number): () => void {
  if (seconds === 0) return () => {}
  const begun = (message: unknown) => {
    const response = responseOf(message)
    if (response instanceof ServerResponse)
      response.setHeader('Strict-Transport-Security', `max-age=${seconds}`)
  }
  subscribe(BEGUN, begun)
  return () => unsubscribe(BEGUN, begun)
}
