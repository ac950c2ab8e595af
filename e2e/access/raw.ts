import { once } from 'node:events'
import { connect } from 'node:net'

/** The raw response; status 0 and no text when the server closed without one. */
export type RawAnswer = { status: number; text: string }

const TIMEOUT_MS = 300_000

/**
 * Sends bytes unmodified, which no client library would, and reads until the server closes. `endAfter` half-closes the
 * socket after the last part.
 * @throws Error when the server neither responds nor closes within 5 minutes
 */
export async function sendRaw(url: string, parts: Iterable<string>, endAfter = false): Promise<RawAnswer> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  socket.on('error', () => {}) // the server may close while we still send; only its response matters
  socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('the server neither answered nor closed')))
  await once(socket, 'connect')
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  for (const part of parts) {
    if (socket.destroyed) break
    if (socket.write(part)) continue
    await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed])
  }
  if (endAfter) socket.end()
  await closed
  if (socket.errored?.message.startsWith('the server neither')) throw socket.errored
  const text = Buffer.concat(chunks).toString('latin1')
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text }
}

/** A request line and headers, with `Connection: close` so that the response ends. */
export const head = (line: string, headers: readonly (readonly [string, string])[]): string =>
  [line, ...headers.map(([name, value]) => `${name}: ${value}`), 'Connection: close', '', ''].join('\r\n')
