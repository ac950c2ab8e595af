import { once } from 'node:events'
import { createServer, type Server, Socket, type TcpSocketConnectOpts } from 'node:net'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { openSocket } from './open-socket'

afterEach(() => void vi.restoreAllMocks())

async function listen(host: string): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => socket.on('error', () => {})).listen(0, host)
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return { server, port: typeof address === 'object' && address ? address.port : expect.fail('no port') }
}

const to =
  (...addresses: string[]) =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

/** Addresses of documentation, which no network has: `slow` ones answer as 127.0.0.1 after a while, `silent` ones never. */
const [SLOW, SILENT, DEAD] = ['192.0.2.1', '2001:db8::1', '2001:db8::2']

/** Plays a network in which addresses differ in how they answer, and lists in which order they are tried, and by which sockets. */
function network(slowMs: number) {
  const tried: string[] = []
  const sockets: Socket[] = []
  const real: (this: Socket, to: TcpSocketConnectOpts) => Socket = Socket.prototype.connect
  vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, options: unknown) {
    const { host, port } = Object(options)
    tried.push(host)
    sockets.push(this)
    if (host === SILENT) return this
    if (host === DEAD)
      setTimeout(() => this.destroy(Object.assign(new Error('dead'), { code: 'EHOSTUNREACH' })), 5)
    else if (host === SLOW)
      setTimeout(() => this.destroyed || real.call(this, { host: '127.0.0.1', port }), slowMs)
    else real.call(this, { host, port })
    return this
  })
  return { tried, sockets }
}

const HOST = 'videos.example.com'

test.each([[[SLOW, DEAD]], [[DEAD, SLOW]], [[SLOW, SILENT]], [[SILENT, SLOW]], [[SILENT, DEAD, SLOW]]])(
  'a slow address beside dead ones is waited for: %j',
  async (addresses) => {
    const { port } = await listen('127.0.0.1')
    const { tried } = network(900) // longer than Node gives to all but the last address
    const socket = await openSocket({ hostname: HOST, port }, to(...addresses), 120_000)
    expect(socket.remoteAddress).toBe('127.0.0.1')
    expect(tried.slice().sort()).toEqual(addresses.slice().sort())
    socket.destroy()
  },
)

test('the families take turns, and no address is tried once one has answered', async () => {
  const { port } = await listen('127.0.0.1')
  const { tried } = network(0)
  const addresses = ['2001:db8::2', '2001:db8::2', '127.0.0.1', '127.0.0.1']
  const socket = await openSocket({ hostname: HOST, port }, to(...addresses), 120_000)
  expect(tried).toEqual(['2001:db8::2', '127.0.0.1'])
  socket.destroy()
})

test('of two that answer, the slower one is closed', async () => {
  const { port } = await listen('127.0.0.1')
  const { sockets } = network(120_000)
  const socket = await openSocket({ hostname: HOST, port }, to(SLOW, '127.0.0.1'), 240_000)
  expect(sockets.map(({ destroyed }) => destroyed)).toEqual([true, false])
  socket.destroy()
})

test('where none answers, the time that was given is the end', async () => {
  network(0)
  const opening = openSocket({ hostname: HOST, port: 9 }, to(SILENT, SILENT), 300)
  await expect(opening).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  await expect(
    openSocket({ hostname: HOST, port: 9 }, () => new Promise(() => {}), 50),
  ).rejects.toMatchObject({
    code: 'ETIMEDOUT',
  })
})

test('where all fail, the errors are told', async () => {
  network(0)
  const both = openSocket({ hostname: HOST, port: 9 }, to(DEAD, DEAD), 120_000)
  await expect(both).rejects.toMatchObject({ name: 'AggregateError', code: 'EHOSTUNREACH' })
  await expect(openSocket({ hostname: HOST, port: 9 }, to(DEAD), 120_000)).rejects.toThrow('dead')
  await expect(openSocket({ hostname: HOST, port: 9 }, to(), 120_000)).rejects.toThrow('has no address')
})
