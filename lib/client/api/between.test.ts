import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { betweenText } from '@/lib/shared/messages/between-text'
import { mayPass } from './between'
import { call, nothing } from './call'
import { fetchFile } from './fetch-file'
import { generations } from './generations'
import { readGeneration } from './list-generations'

type Answer = { status: number; headers?: Record<string, string>; body?: string }
let answer: Answer = { status: 200 }
const server = createServer((request, response) => {
  request.resume()
  response.writeHead(answer.status, { 'content-type': 'text/html', ...answer.headers }).end(answer.body)
})
let port = 0
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  if (typeof address === 'object' && address) port = address.port
  const real = fetch
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => real(`http://127.0.0.1:${port}${path}`, init))
})
afterEach(() => vi.useRealTimers())
afterAll(() => {
  vi.unstubAllGlobals()
  server.close()
})

const HTML = '<html><body><h1>nginx</h1></body></html>'
const FOREIGN_JSON = '{"message":"no Route matched with those values"}'
const json = { 'content-type': 'application/json' }

const ANSWERS: [what: string, answer: Answer, type: string][] = [
  ['413 with HTML', { status: 413, body: HTML }, 'tooLarge'],
  ['413 without a body', { status: 413 }, 'tooLarge'],
  ['413 with JSON', { status: 413, headers: json, body: FOREIGN_JSON }, 'tooLarge'],
  ['403 with HTML', { status: 403, body: HTML }, 'blocked'],
  ['403 with JSON', { status: 403, headers: json, body: FOREIGN_JSON }, 'blocked'],
  ['401 of a proxy', { status: 401, headers: { 'www-authenticate': 'Basic' }, body: HTML }, 'blocked'],
  ['429 with HTML', { status: 429, body: HTML }, 'limited'],
  ['502 with HTML', { status: 502, body: HTML }, 'unavailable'],
  ['504 with HTML', { status: 504, body: HTML }, 'unavailable'],
  ['Cloudflare’s 522', { status: 522, body: 'error code: 522' }, 'unavailable'],
  ['200 with a captive portal’s page', { status: 200, body: HTML }, 'page'],
  ['200 with other JSON', { status: 200, headers: json, body: '{"ok":true}' }, 'page'],
  ['a redirect to a sign-in page', { status: 302, headers: { location: '/login' } }, 'page'],
  ['404 with HTML', { status: 404, body: HTML }, 'error'],
  ['500 with HTML', { status: 500, body: HTML }, 'error'],
]

test.each(ANSWERS)('%s to a change is told as what it is', async (_, given, type) => {
  answer = given
  const refused = await generations.star('01J', true)
  expect(refused).toMatchObject({ type: 'networkError', between: { type } })
  expect(await call('POST', '/api/tokens', { name: 'CI' }, () => null)).toMatchObject({ between: { type } })
})

test.each(ANSWERS)('%s to a read is no record, and no news of its deletion', async (_, given, type) => {
  answer = given
  if (given.headers === json && given.status === 200) return // of another shape: a newer server's, perhaps
  await expect(readGeneration('01J')).rejects.toMatchObject({ between: { type } })
})

test('a page in place of an image is no image', async () => {
  answer = { status: 200, body: HTML }
  await expect(fetchFile('/api/images/1')).rejects.toMatchObject({ between: { type: 'page' } })
})

test('what our server says is never taken for another’s', async () => {
  const body = JSON.stringify({ code: 'too_large', detail: 'Too large.' })
  answer = { status: 413, headers: { 'content-type': 'application/problem+json' }, body }
  expect(await call('POST', '/api/tokens', {}, nothing)).toMatchObject({ type: 'problem' })
  answer = { ...answer, status: 404, body: JSON.stringify({ code: 'not_found', detail: 'Gone.' }) }
  expect(await readGeneration('01J')).toBeNull()
})

test('the sentences name the size, the status and what helps', () => {
  expect(betweenText('en', { type: 'tooLarge', bytes: 8_400_000 })).toMatch(
    /8\.4 MB .*too large for the proxy in front of the studio \(it allows less than 8\.4 MB\).*client_max_body_size/,
  )
  expect(betweenText('zh', { type: 'tooLarge', bytes: null })).toContain('超出服务器前方代理的上限')
  expect(betweenText('en', { type: 'blocked', status: 403 })).toContain('HTTP 403')
})

test('only what may pass later is offered again', () => {
  expect(mayPass({ type: 'tooLarge', bytes: 1 }) || mayPass({ type: 'blocked', status: 403 })).toBe(false)
  expect(mayPass({ type: 'unavailable', status: 502 }) && mayPass({ type: 'page' })).toBe(true)
})
