import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { createServer as createSocketServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { request } from 'undici'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import * as z from 'zod'
import { type Certificate, makeCertificate } from '@/testing/outgoing/certificate'
import { startHttpProxy, withProxies } from '@/testing/outgoing/proxy'
import { dial } from './dial'
import { dialForFetch } from './fetch'

const certificate = makeCertificate()

/** A host that answers with what it was sent. */
async function startHost(tls: Certificate | null = null) {
  const seen: IncomingMessage[] = []
  const answer: Parameters<typeof createServer>[1] = async (incoming, response) => {
    seen.push(incoming)
    response.end(`${incoming.method} ${incoming.url}: ${await text(incoming)}`)
  }
  const server: Server = tls ? createSecureServer(tls, answer) : createServer(answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = z.object({ port: z.number() }).parse(server.address())
  return { host: `127.0.0.1:${port}`, port, seen }
}

async function startProxy(...options: Parameters<typeof startHttpProxy>) {
  const proxy = await startHttpProxy(...options)
  onTestFinished(proxy.close)
  return proxy
}

/** Posts through a dialler of its own. `connected`: how often it reported a connection. */
async function post(url: string) {
  const connected = vi.fn()
  const { dispatcher, destroy } = await dial({ connectMs: 120_000, onConnected: connected })
  onTestFinished(destroy)
  const sent = request(url, { method: 'POST', dispatcher, headers: { 'x-own': 'a' }, body: 'words' })
  const said = sent.then(
    ({ body }) => body.text(),
    (error: Error) => error,
  )
  return { said: await said, connected: connected.mock.calls.length }
}

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`

describe('an http host', () => {
  test('is asked of the proxy by its whole address', async () => {
    const [host, proxy] = [await startHost(), await startProxy()]
    withProxies({ HTTP_PROXY: `http://me:pass%40word@${proxy.host}` })
    expect(await post(`http://${host.host}/path?q=1`)).toEqual({
      said: 'POST /path?q=1: words',
      connected: 1,
    })
    expect(proxy.asked).toEqual([
      {
        method: 'POST',
        target: `http://${host.host}/path?q=1`,
        host: host.host,
        authorization: basic('me:pass@word'),
      },
    ])
    expect(host.seen[0]?.headers).toMatchObject({ 'x-own': 'a', host: host.host })
    expect(host.seen[0]?.headers).not.toHaveProperty('proxy-authorization')
  })

  test.each([
    ['http_proxy', (host: string) => ({ http_proxy: `http://${host}`, HTTP_PROXY: 'http://127.0.0.1:9' })],
    ['HTTP_PROXY without a scheme', (host: string) => ({ HTTP_PROXY: host })],
    ['ALL_PROXY', (host: string) => ({ ALL_PROXY: `http://${host}` })],
    ['all_proxy', (host: string) => ({ all_proxy: `http://${host}` })],
    ['NO_PROXY of others', (host: string) => ({ HTTP_PROXY: host, NO_PROXY: 'example.com,10.0.0.0/8' })],
  ])('goes by %s', async (_, variables) => {
    const [host, proxy] = [await startHost(), await startProxy()]
    withProxies(variables(proxy.host))
    expect((await post(`http://${host.host}/`)).said).toBe('POST /: words')
    expect(proxy.asked).toHaveLength(1)
  })

  test.each([
    ['NO_PROXY names it', (proxy: string) => ({ HTTP_PROXY: proxy, NO_PROXY: '127.0.0.0/8' })],
    ['no_proxy names it', (proxy: string) => ({ HTTP_PROXY: proxy, no_proxy: '127.0.0.1', NO_PROXY: 'a' })],
    ['only HTTPS_PROXY is set', (proxy: string) => ({ HTTPS_PROXY: proxy })],
    ['ALL_PROXY is one for SOCKS', (proxy: string) => ({ ALL_PROXY: `socks5://${proxy}` })],
    ['the variables are empty', () => ({ HTTP_PROXY: '', http_proxy: ' ', ALL_PROXY: '' })],
  ])('is reached directly where %s', async (_, variables) => {
    const [host, proxy] = [await startHost(), await startProxy()]
    withProxies(variables(proxy.host))
    expect((await post(`http://${host.host}/`)).said).toBe('POST /: words')
    expect(proxy.asked).toEqual([])
  })
})

describe('an https host', () => {
  beforeAll(() => {
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0' // nobody trusts the certificate
  })

  test.skipIf(!certificate).each(['http', 'https'])(
    'is reached through a tunnel of an %s proxy',
    async (kind) => {
      const host = await startHost(certificate)
      const proxy = await startProxy(kind === 'https' && certificate ? { certificate } : {})
      withProxies({ HTTPS_PROXY: `${kind}://me:secret@${proxy.host}`, HTTP_PROXY: 'http://127.0.0.1:9' })
      expect(await post(`https://${host.host}/path`)).toEqual({ said: 'POST /path: words', connected: 1 })
      expect(proxy.asked).toEqual([
        { method: 'CONNECT', target: host.host, host: host.host, authorization: basic('me:secret') },
      ])
      expect(host.seen[0]?.headers).not.toHaveProperty('proxy-authorization')
    },
  )

  test.skipIf(!certificate)('is named to the proxy, which resolves it', async () => {
    const [host, proxy] = [await startHost(certificate), await startProxy()]
    withProxies({ HTTPS_PROXY: proxy.host })
    await post(`https://localhost:${host.port}/`)
    await post('https://nobody.invalid/')
    expect(proxy.asked.map(({ target }) => target)).toEqual([`localhost:${host.port}`, 'nobody.invalid:443'])
  })

  test.skipIf(!certificate)('is reached directly where NO_PROXY names it with its port', async () => {
    const [host, proxy] = [await startHost(certificate), await startProxy()]
    withProxies({ HTTPS_PROXY: proxy.host, NO_PROXY: host.host })
    expect((await post(`https://${host.host}/`)).said).toBe('POST /: words')
    expect(proxy.asked).toEqual([])
  })

  test.each([403, 407, 502])('counts as never connected where the proxy answers %i', async (refuse) => {
    const [host, proxy] = [await startHost(), await startProxy({ refuse })]
    withProxies({ HTTPS_PROXY: proxy.host })
    const { said, connected } = await post(`https://${host.host}/`)
    expect(said).toMatchObject({ message: `the proxy answered ${refuse} to CONNECT` })
    expect(connected).toBe(0)
    expect(host.seen).toEqual([])
  })

  test('counts as never connected where the proxy hangs up, or is not there', async () => {
    const mute = createSocketServer((socket) => socket.on('error', () => {}).destroy()).listen(0, '127.0.0.1')
    await once(mute, 'listening')
    const { port } = z.object({ port: z.number() }).parse(mute.address())
    withProxies({ HTTPS_PROXY: `127.0.0.1:${port}` })
    expect(await post('https://api.example.com/')).toMatchObject({ said: expect.any(Error), connected: 0 })
    mute.close()
    await once(mute, 'close')
    expect(await post('https://api.example.com/')).toMatchObject({
      said: { code: 'ECONNREFUSED' },
      connected: 0,
    })
  })

  test('counts as never connected where the host at the end of the tunnel speaks no TLS', async () => {
    const [host, proxy] = [await startHost(), await startProxy()]
    withProxies({ HTTPS_PROXY: proxy.host })
    expect(await post(`https://${host.host}/`)).toMatchObject({ said: expect.any(Error), connected: 0 })
    expect(proxy.asked).toHaveLength(1)
  })
})

test('a connection is kept for the next request, to a proxy as well', async () => {
  const [host, proxy] = [await startHost(), await startProxy()]
  const connected = vi.fn()
  const { dispatcher, destroy } = await dial({ connectMs: 120_000, connections: 1, onConnected: connected })
  onTestFinished(destroy)
  for (const HTTP_PROXY of ['', proxy.host]) {
    withProxies({ HTTP_PROXY })
    for (let times = 0; times < 3; times++)
      await (await request(`http://${host.host}/`, { dispatcher })).body.text()
  }
  expect(connected).toHaveBeenCalledTimes(2)
  expect(proxy.asked).toHaveLength(3)
})

test('`fetch` goes out the same way', async () => {
  const [host, proxy] = [await startHost(), await startProxy()]
  withProxies({ HTTP_PROXY: proxy.host })
  await dialForFetch()
  const body = new URLSearchParams({ a: 'b' })
  const answer = await fetch(`http://${host.host}/token`, { method: 'POST', body, headers: { 'x-own': 'a' } })
  expect(await answer.text()).toBe('POST /token: a=b')
  expect(proxy.asked).toMatchObject([
    { method: 'POST', target: `http://${host.host}/token`, host: host.host },
  ])
  expect(host.seen[0]?.headers).toMatchObject({ 'x-own': 'a', 'content-type': expect.stringMatching('form') })
})
