import { Socket } from 'node:net'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import * as z from 'zod'
import type { Resolve } from '@/lib/server/outgoing'
import { startHttpProxy, withProxies } from '@/testing/outgoing/proxy'
import { failureOf, folder, serve } from '@/testing/results/fixture'
import { fetchResult, parseHosts } from './index'

/** A resolver that returns these answers in turn and counts its calls. */
function answering(...answers: string[][]) {
  let asked = 0
  const resolve: Resolve = async () => {
    const addresses = answers[Math.min(asked++, answers.length - 1)] ?? []
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  }
  return { resolve, asked: () => asked }
}

const notPublic: [what: string, ...addresses: string[]][] = [
  ['loopback', '127.0.0.1'],
  ['other loopback', '127.8.8.8'],
  ['this host', '0.0.0.0'],
  ['private 10', '10.0.0.5'],
  ['private 172', '172.31.255.255'],
  ['private 192', '192.168.1.1'],
  ['link local, with cloud metadata services', '169.254.169.254'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['documentation', '203.0.113.7'],
  ['protocol assignments', '192.0.0.192'],
  ['6to4 relays', '192.88.99.1'],
  ['multicast', '224.0.0.1'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['v6 loopback', '::1'],
  ['v6 unspecified', '::'],
  ['v6 unique local', 'fd00:ec2::254'],
  ['v6 link local', 'fe80::1'],
  ['v6 link local with a zone', 'fe80::1%lo'],
  ['v6 site local', 'fec0::1'],
  ['v6 multicast', 'ff02::1'],
  ['v6 documentation', '2001:db8::1'],
  ['v6 discard', '100::1'],
  ['segment routing', '5f00::1'],
  ['v4-mapped', '::ffff:127.0.0.1'],
  ['v4-mapped in hex', '::ffff:a00:5'],
  ['v4-compatible', '::7f00:1'],
  ['v4-translated', '::ffff:0:7f00:1'],
  ['6to4 around a private one', '2002:7f00:1::'],
  ['Teredo', '2001:0:53aa:64c:0:0:80ff:fffe'],
  ['NAT64 around a private one', '64:ff9b::7f00:1'],
  ['NAT64 around a metadata service', '64:ff9b::169.254.169.254'],
  ['local NAT64 of 96 bits', '64:ff9b:1::7f00:1'],
  ['local NAT64 of 96 bits in a subnet', '64:ff9b:1:aaaa:0:1:10.0.0.5'],
  ['local NAT64 of 48 bits', '64:ff9b:1:7f00:0:100::'],
  ['local NAT64 of 56 bits', '64:ff9b:1:aa0a:0:5::'],
  ['local NAT64 of 64 bits', '64:ff9b:1:aaaa:a:0:800:0'],
  ['local NAT64 around nothing', '64:ff9b:1::'],
  ['public, then private', '93.184.215.14', '127.0.0.1'],
  ['private, then public', '127.0.0.1', '93.184.215.14'],
  ['public v4, private v6', '93.184.215.14', '::1'],
  ['a name instead of an address', 'localhost'],
]

const connection = z.object({ host: z.string() })

beforeEach(() => withProxies({}))

/** Replaces the network: records the addresses that a connection would try, and fails it. */
function noNetwork() {
  const tried: string[] = []
  const connect = vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (
    this: Socket,
    options: unknown,
  ) {
    tried.push(connection.parse(options).host)
    setImmediate(() => this.destroy(new Error('there is no network')))
    return this
  })
  onTestFinished(() => connect.mockRestore())
  return tried
}

const video = 'https://cdn.example.com/film.mp4'
const hosts = parseHosts('*.example.com')

describe('a public name that leads to a private address is refused without a connection', () => {
  test.for(notPublic)('%s', async ([_what, ...addresses]) => {
    const tried = noNetwork()
    const { into, files } = await folder()
    const { resolve, asked } = answering(addresses)
    expect(await failureOf(fetchResult(video, into, { hosts, resolve }))).toMatchObject({
      reason: 'host_not_allowed',
      host: 'cdn.example.com:443',
    })
    expect(asked()).toBe(1)
    expect(tried).toEqual([])
    expect(await files()).toEqual([])
  })
})

test('the connection uses the checked addresses, even if the name resolves differently a moment later', async () => {
  const tried = noNetwork()
  const { into } = await folder()
  const { resolve, asked } = answering(['93.184.215.14', '2600:1408::1', '::ffff:8.8.8.8'], ['127.0.0.1'])
  expect(await failureOf(fetchResult(video, into, { hosts, resolve }))).toMatchObject({
    reason: 'unreadable',
  })
  expect(tried).toEqual(['93.184.215.14', '2600:1408::1', '::ffff:8.8.8.8'])
  expect(asked()).toBe(1)
})

test.for<[within: string, address: string]>([
  ['NAT64', '64:ff9b::93.184.215.14'],
  ['local NAT64 of 96 bits', '64:ff9b:1::93.184.215.14'],
  ['local NAT64 of 48 bits', '64:ff9b:1:5db8:d7:e00::'],
  ['local NAT64 of 64 bits', '64:ff9b:1:aaaa:5d:b8d7:e00:0'],
])('a public address within %s is connected to', async ([_, address]) => {
  const tried = noNetwork()
  const { into } = await folder()
  const { resolve } = answering([address])
  expect(await failureOf(fetchResult(video, into, { hosts, resolve }))).toMatchObject({
    reason: 'unreadable',
  })
  expect(tried).toEqual([address])
})

test.for([
  ['198.18.0.1'],
  ['198.19.255.255'],
  ['198.18.0.1', 'fdfe:dcba:9876::1'],
  ['64:ff9b::198.18.0.1'],
  ['::ffff:198.18.0.1'],
])('a stand-in of a proxy app is told as such: %j', async (addresses) => {
  const tried = noNetwork()
  const { into } = await folder()
  const { resolve } = answering(addresses)
  expect(await failureOf(fetchResult(video, into, { hosts, resolve }))).toMatchObject({
    reason: 'fake_address',
    host: 'cdn.example.com:443',
  })
  expect(tried).toEqual([])
  const operated = parseHosts('cdn.example.com:443') // as the card proposes
  expect(await failureOf(fetchResult(video, into, { hosts: operated, resolve }))).toMatchObject({
    reason: 'unreadable',
  })
  expect(tried).toEqual(addresses)
})

describe('beside a proxy', () => {
  async function proxied(addresses: string[] | Error, address = video) {
    const proxy = await startHttpProxy({ refuse: 502 })
    onTestFinished(proxy.close)
    withProxies({ HTTPS_PROXY: proxy.host, HTTP_PROXY: proxy.host })
    const { into } = await folder()
    const resolve: Resolve =
      addresses instanceof Error ? () => Promise.reject(addresses) : answering(addresses).resolve
    const { reason } = await failureOf(fetchResult(address, into, { hosts, resolve }))
    return { reason, asked: proxy.asked.map(({ target }) => target) }
  }

  test.for(notPublic)('a public name that leads to a private address is refused as well: %s', async (row) => {
    const [, ...addresses] = row
    expect(await proxied(addresses)).toEqual({ reason: 'host_not_allowed', asked: [] })
  })

  test.for(['https://127.0.0.1/', 'https://[::1]/', 'https://other.example/', 'http://cdn.example.com/'])(
    '%s is refused as well',
    async (address) => {
      expect(await proxied(['93.184.215.14'], address)).toEqual({ reason: 'host_not_allowed', asked: [] })
    },
  )

  test.for([
    ['public', ['93.184.215.14']],
    ['unknown here', new Error('ENOTFOUND')],
    ['without an address here', []],
    ['a stand-in here', ['198.18.0.1']],
  ] as const)('a name that is %s is the proxy’s to resolve', async ([_, addresses]) => {
    const found = addresses instanceof Error ? addresses : [...addresses]
    expect(await proxied(found)).toEqual({ reason: 'unreadable', asked: ['cdn.example.com:443'] })
  })

  test('a host that NO_PROXY names is connected to directly, by its checked address', async () => {
    const tried = noNetwork()
    withProxies({ HTTPS_PROXY: '127.0.0.1:9', NO_PROXY: '.example.com' })
    const { into } = await folder()
    const { resolve } = answering(['93.184.215.14'])
    await failureOf(fetchResult(video, into, { hosts, resolve }))
    expect(tried).toEqual(['93.184.215.14'])
  })
})

test('a name is resolved once, over a real socket too', async () => {
  const checked = await serve((_, response) => response.end('checked'))
  const { into } = await folder()
  const { resolve, asked } = answering(['127.0.0.1'], ['127.0.0.2'])
  const operated = parseHosts(`nas.local:${checked.port}`)
  const fetching = fetchResult(`http://nas.local:${checked.port}/`, into, { hosts: operated, resolve })
  expect((await failureOf(fetching)).message).toContain('neither a video nor an image')
  expect(checked.asked[0]?.headers.host).toBe(`nas.local:${checked.port}`)
  expect(asked()).toBe(1)
})

test('a listed literal that is public is checked as well, and a list entry cannot make it private', async () => {
  const tried = noNetwork()
  const { into } = await folder()
  const listed = [{ type: 'name', name: '127.0.0.1' }] as const
  const failure = await failureOf(fetchResult('https://127.1/', into, { hosts: listed }))
  expect(failure).toMatchObject({ reason: 'host_not_allowed', host: '127.0.0.1:443' })
  expect(tried).toEqual([])
})

test.for([
  ['a name that is unknown', () => Promise.reject(new Error('ENOTFOUND'))],
  ['a name without addresses', () => Promise.resolve([])],
  ['a resolver that never answers', () => new Promise<never>(() => {})],
] as const)('%s is reported as unreadable, to be retried', async ([_, resolve]) => {
  const { into } = await folder()
  expect(await failureOf(fetchResult(video, into, { hosts, resolve, total: 200 }))).toMatchObject({
    reason: 'unreadable',
  })
})
