import { once } from 'node:events'
import { request as ask, createServer, type ServerResponse } from 'node:http'
import { afterEach, expect, test, vi } from 'vitest'
import { tameSockets } from './sockets'

const WAIT = { timeout: 120_000 }

const closing: (() => unknown)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A server as Next creates it, whose handler keeps each response until the test sends it. */
async function serve() {
  closing.push(tameSockets())
  const held: { name: string; response: ServerResponse }[] = []
  const server = createServer(({ url }, response) => {
    held.push({ name: new URL(url ?? '', 'http://x').searchParams.get('n') ?? '', response })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no address')
  const { port } = address
  const get = (path: string, headers: Record<string, string> = {}) => {
    const request = ask({ port, path, headers })
    const answer = new Promise<{ status: number | undefined; text: string }>((resolve) => {
      request.on('error', () => resolve({ status: undefined, text: '' }))
      request.on('response', async (response) => {
        const text = (await response.toArray()).join('')
        resolve({ status: response.statusCode, text })
      })
    })
    request.end()
    return { request, answer }
  }
  const handled = () => held.map(({ name }) => name)
  const answer = (name: string) =>
    held.find((one) => one.name === name && !one.response.writableEnded)?.response.end('done')
  return { get, handled, answer }
}

const SEARCH = '/api/generations?q=koala'
const OLGA = { cookie: 'session=olga' }
const MEI = { cookie: 'session=mei' }

test('of one sender’s searches one is handled at a time, and another sender’s at once', async () => {
  const { get, handled, answer } = await serve()
  const first = get(`${SEARCH}&n=o1`, OLGA)
  await vi.waitUntil(() => handled().length === 1, WAIT)
  const second = get(`${SEARCH}&n=o2`, OLGA)
  const other = get(`${SEARCH}&n=m1`, MEI)
  await vi.waitUntil(() => handled().length === 2, WAIT)
  expect(handled()).toEqual(['o1', 'm1'])
  answer('o1')
  expect(await first.answer).toEqual({ status: 200, text: 'done' })
  await vi.waitUntil(() => handled().length === 3, WAIT)
  answer('o2')
  answer('m1')
  expect((await second.answer).status).toBe(200)
  expect((await other.answer).status).toBe(200)
})

test('a sender whose search is in progress gets lists, files and everything else', async () => {
  const { get, handled } = await serve()
  get(`${SEARCH}&n=search`, OLGA)
  await vi.waitUntil(() => handled().length === 1, WAIT)
  const others = ['/api/generations', '/api/generations/1/video', '/', '/api/allowance']
  for (const path of others) for (const n of [1, 2, 3]) get(`${path}?n=${path}${n}`, OLGA)
  await vi.waitUntil(() => handled().length === 1 + 3 * others.length, WAIT)
})

test('a waiting search whose sender has left is never handled, and those after it are', async () => {
  const { get, handled, answer } = await serve()
  get(`${SEARCH}&n=1`, OLGA)
  await vi.waitUntil(() => handled().length === 1, WAIT)
  const left = get(`${SEARCH}&n=2`, OLGA)
  await once(left.request, 'finish')
  // A request of its own connection, handled after the server has read the one before.
  get('/?n=read', OLGA)
  await vi.waitUntil(() => handled().includes('read'), WAIT)
  left.request.destroy()
  await left.answer
  const last = get(`${SEARCH}&n=3`, OLGA)
  answer('1')
  await vi.waitUntil(() => handled().includes('3'), WAIT)
  answer('3')
  expect((await last.answer).status).toBe(200)
  expect(handled()).not.toContain('2')
})

test('a sender with too many waiting searches is answered 429 as a problem', async () => {
  const { get, handled } = await serve()
  const all = Array.from({ length: 66 }, (_, n) => get(`${SEARCH}&n=${n}`, OLGA))
  const { status, text } = await Promise.any(all.map(({ answer }) => answer))
  expect(status).toBe(429)
  expect(JSON.parse(text)).toMatchObject({ code: 'rate_limited', status: 429, retryAfter: 1 })
  expect(handled()).toHaveLength(1)
})
