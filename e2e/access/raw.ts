import { once } from 'node:events'
import { connect } from 'node:net'

/** What came back, as text; empty when the server closed without a word. */
export type RawAnswer = { status: number; text: string }

const LONGEST_MS = 300_000

/**
 * Sends bytes exactly as they are, which no client library would, and reads until the server closes. `andLeave`: says
 * that nothing more will come.
 * @throws Error when the server keeps the line open for longer than it may
 */
export async function sendRaw(url: string, parts: Iterable<string>, andLeave = false): Promise<RawAnswer> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  socket.on('error', () => {}) // the server may close while we still send: what it said before is what counts
  socket.setTimeout(LONGEST_MS, () => socket.destroy(new Error('the server neither answered nor closed')))
  await once(socket, 'connect')
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  for (const part of parts) {
    if (socket.destroyed) break
    if (socket.write(part)) continue
    await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed])
  }
  if (andLeave) socket.end()
  await closed
  if (socket.errored?.message.startsWith('the server neither')) throw socket.errored
  const text = Buffer.concat(chunks).toString('latin1')
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text }
}

/** A request line and headers, with `Connection: close` so that the answer has an end. */
export const head = (line: string, headers: readonly (readonly [string, string])[]): string =>
  [line, ...headers.map(([name, value]) => `${name}: ${value}`), 'Connection: close', '', ''].join('\r\n')
