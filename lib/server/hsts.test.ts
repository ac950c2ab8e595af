import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { sendHsts } from './hsts'

/** Strict-Transport-Security of a response while `sendHsts` runs. */
async function headerWith(seconds: number): Promise<string | null> {
  const stop = sendHsts(seconds)
  const server = createServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no address')
  try {
    return (await fetch(`http://127.0.0.1:${address.port}`)).headers.get('strict-transport-security')
  } finally {
    stop()
    server.closeAllConnections()
    server.close()
  }
}

test('Strict-Transport-Security is sent only when asked for, and for this host alone', async () => {
  expect(await headerWith(0)).toBeNull()
  expect(await headerWith(86_400)).toBe('max-age=86400')
})
