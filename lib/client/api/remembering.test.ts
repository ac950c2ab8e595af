import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { remembering, SignedOutError } from './remembering'
import type { ApiPath } from './request'

/** A server that holds values by URL and sends an ETag for each. */
const values = new Map<string, string>()
const requests: IncomingMessage[] = []
const PROBLEM = { 'content-type': 'application/problem+json' }
const server = createServer((request, response) => {
  requests.push(request)
  const value = values.get(request.url ?? '')
  const etag = `W/"${value}"`
  if (value === undefined) response.writeHead(404, PROBLEM)
  else if (value === 'broken') response.writeHead(500, PROBLEM)
  else if (value === 'signed out') response.writeHead(401, PROBLEM)
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
  requests.length = 0
})
afterAll(() => {
  vi.unstubAllGlobals()
  server.close()
})

test('an unchanged value comes as 304 without a body and is the same object', async () => {
  const read = remembering((json) => ({ json }))
  values.set('/api/a', 'one')
  const first = await read('/api/a')
  expect(first).toEqual({ json: { value: 'one' } })
  expect(await read('/api/a')).toBe(first)
  expect(requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, 'W/"one"'])
  values.set('/api/a', 'two')
  expect(await read('/api/a')).toEqual({ json: { value: 'two' } })
})

test('a session that has ended is told from a lost connection', async () => {
  const read = remembering((json) => json)
  values.set('/api/a', 'signed out')
  await expect(read('/api/a')).rejects.toBeInstanceOf(SignedOutError)
  values.set('/api/a', 'broken')
  await expect(read('/api/a')).rejects.not.toBeInstanceOf(SignedOutError)
})

test('values are cached by URL, and missing or failed ones are not cached', async () => {
  const read = remembering((json) => json)
  values.set('/api/a', 'one').set('/api/b', 'one')
  await read('/api/a')
  await read('/api/b')
  values.delete('/api/a')
  expect(await read('/api/a')).toBeNull()
  values.set('/api/a', 'broken')
  await expect(read('/api/a')).rejects.toThrow('HTTP 500')
  values.set('/api/a', 'one')
  expect(await read('/api/a')).toEqual({ value: 'one' })
  expect(requests.map(({ headers }) => headers['if-none-match'] !== undefined)).toEqual([
    ...[false, false, true, false, false],
  ])
})

test('the cache drops the oldest entries', async () => {
  const read = remembering((json) => json)
  const addresses = Array.from({ length: 40 }, (_, n): ApiPath => `/api/${n}`)
  for (const address of addresses) values.set(address, 'one')
  for (const address of [...addresses, '/api/0', '/api/39'] as const) await read(address)
  expect(requests.slice(-2).map(({ headers }) => headers['if-none-match'])).toEqual([undefined, 'W/"one"'])
})
