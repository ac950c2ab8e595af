import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { remembering } from './remembering'

/** A server as ours is: it has values by address, and a tag for each. */
const values = new Map<string, string>()
const asked: IncomingMessage[] = []
const server = createServer((request, response) => {
  asked.push(request)
  const value = values.get(request.url ?? '')
  const etag = `W/"${value}"`
  if (value === undefined) response.writeHead(404)
  else if (value === 'broken') response.writeHead(500)
  else if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag })
  else response.writeHead(200, { etag }).write(JSON.stringify({ value }))
  response.end()
})

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port to be had')
  const real = fetch
  vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
    real(`http://127.0.0.1:${address.port}${path}`, init),
  )
})
beforeEach(() => {
  values.clear()
  asked.length = 0
})
afterAll(() => {
  vi.unstubAllGlobals()
  server.close()
})

test('what has not changed is the very same object, and comes without a body', async () => {
  const read = remembering((json) => ({ json }))
  values.set('/a', 'one')
  const first = await read('/a')
  expect(first).toEqual({ json: { value: 'one' } })
  expect(await read('/a')).toBe(first)
  expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, 'W/"one"'])
  values.set('/a', 'two')
  expect(await read('/a')).toEqual({ json: { value: 'two' } })
})

test('each address has its own, and what is gone or broken is not remembered', async () => {
  const read = remembering((json) => json)
  values.set('/a', 'one').set('/b', 'one')
  await read('/a')
  await read('/b')
  values.delete('/a')
  expect(await read('/a')).toBeNull()
  values.set('/a', 'broken')
  await expect(read('/a')).rejects.toThrow('HTTP 500')
  values.set('/a', 'one')
  expect(await read('/a')).toEqual({ value: 'one' })
  expect(asked.map(({ headers }) => headers['if-none-match'] !== undefined)).toEqual([
    ...[false, false, true, false, false],
  ])
})

test('no more is remembered than a few views need', async () => {
  const read = remembering((json) => json)
  const addresses = Array.from({ length: 40 }, (_, n) => `/${n}`)
  for (const address of addresses) values.set(address, 'one')
  for (const address of [...addresses, '/0', '/39']) await read(address)
  expect(asked.slice(-2).map(({ headers }) => headers['if-none-match'])).toEqual([undefined, 'W/"one"'])
})
