import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { tameSockets } from './sockets'

const closing: (() => unknown)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A server as Next creates it, unaware of tameSockets. */
async function serve(listener: RequestListener, times: Parameters<typeof tameSockets>[0] = {}) {
  closing.push(tameSockets(times))
  const server = createServer(listener)
  server.on('upgrade', () => {}) // like Next's, which leaves unknown upgrades open
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no address')
  const { port } = address
  return { server, open: () => open(port) }
}

function open(port: number) {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.setEncoding('latin1')
  socket.on('data', (data) => {
    text += data
  })
  socket.on('error', () => {}) // the server may close while we send
  closing.push(() => socket.destroy())
  return { socket, text: () => text, closed: once(socket, 'close') }
}

const head = (line: string, ...headers: string[]) => [line, 'Host: x', ...headers, '', ''].join('\r\n')
const UPLOAD = 'POST /api/images HTTP/1.1'

const said = (socket: Socket, text: () => string, what: string) =>
  new Promise<void>((resolve) => {
    const check = () => {
      if (text().includes(what)) resolve()
    }
    socket.on('data', check)
    check()
  })

test.each([
  ['/_next/webpack-hmr', 'websocket'],
  ['/api/generations', 'websocket'],
  ['/', 'h2c'],
  ['/', 'anything'],
])('an upgrade of %s to %s is closed at once', async (path, protocol) => {
  const { open } = await serve((_request, response) => response.end('hello'))
  const { socket, text, closed } = open()
  socket.write(head(`GET ${path} HTTP/1.1`, 'Connection: Upgrade', `Upgrade: ${protocol}`))
  await closed
  expect(text()).toMatch(/^HTTP\/1\.1 501 /)
  expect(text()).not.toContain('hello')
})

test('a CONNECT request is closed at once', async () => {
  const { open } = await serve((_request, response) => response.end('hello'))
  const { socket, text, closed } = open()
  socket.write(head('CONNECT example.com:443 HTTP/1.1'))
  await closed
  expect(text()).toBe('')
})

test('headers time out early, bodies have no overall timeout, idle connections outlive a proxy’s 75 s', async () => {
  const { server, open } = await serve((_request, response) => response.end('hello'))
  const { socket, text } = open()
  socket.write(head('GET / HTTP/1.1'))
  await said(socket, text, 'hello')
  expect(server.requestTimeout).toBe(0)
  expect(server.headersTimeout).toBeLessThanOrEqual(60_000)
  expect(server.keepAliveTimeout).toBeGreaterThan(75_000)
})

test('a client refused while still sending gets the response', async () => {
  const { open } = await serve(
    (_request, response) => {
      response.writeHead(413, { connection: 'close' }).end('too large')
    },
    { linger: 3_600_000 },
  )
  const { socket, text } = open()
  socket.write(head(UPLOAD, 'Content-Length: 60000000'))
  // A client that sends everything before it reads: discarding its body must not lose the response.
  socket.pause()
  for (let sent = 0; sent < 20_000_000; sent += 100_000) {
    if (!socket.write(Buffer.alloc(100_000))) await once(socket, 'drain')
  }
  socket.resume()
  await said(socket, text, 'too large')
  expect(text()).toMatch(/^HTTP\/1\.1 413 /)
})

test('an unread body does not keep the connection, with or without Content-Length', async () => {
  const { open } = await serve((_request, response) => response.end('done'), { linger: 20 })
  for (const how of ['Content-Length: 100', 'Transfer-Encoding: chunked']) {
    const { socket, text, closed } = open()
    socket.write(head(UPLOAD, how))
    await closed
    expect(text()).toContain('done')
  }
})

test('with Expect: 100-continue, a refusal is sent instead of it', async () => {
  const { open } = await serve((_request, response) => {
    response.writeHead(429, { connection: 'close' }).end('not now')
  })
  const { socket, text, closed } = open()
  socket.write(head(UPLOAD, 'Content-Length: 60000000', 'Expect: 100-continue'))
  await once(socket, 'end')
  socket.end()
  await closed
  expect(text()).toMatch(/^HTTP\/1\.1 429 .*not now/s)
})

test('with Expect: 100-continue, it is sent once the body is read', async () => {
  const { open } = await serve(async (request, response) => {
    let bytes = 0
    for await (const chunk of request) bytes += chunk.length
    response.end(`got ${bytes}`)
  })
  const { socket, text } = open()
  socket.write(head(UPLOAD, 'Content-Length: 5', 'Expect: 100-continue'))
  await said(socket, text, '100 Continue')
  socket.write('12345')
  await said(socket, text, 'got 5')
  expect(text()).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /)
})

test('a stalled body ends its connection; a slow one does not', async () => {
  const { open } = await serve(
    (request, response) => {
      request.on('error', () => {}) // one of them is cut on purpose
      request.on('end', () => response.end('whole')).resume()
    },
    { silence: 400 },
  )
  const stalled = open()
  stalled.socket.write(head(UPLOAD, 'Transfer-Encoding: chunked'))
  const moving = open()
  moving.socket.write(head(UPLOAD, 'Transfer-Encoding: chunked'))
  const beat = setInterval(() => moving.socket.write('1\r\nx\r\n'), 20)
  await stalled.closed
  expect(stalled.text()).toBe('')
  expect(moving.socket.destroyed).toBe(false)
  clearInterval(beat)
  moving.socket.write('0\r\n\r\n')
  await said(moving.socket, moving.text, 'whole')
})

test('the bytes of an address that were not encoded are, so that a URL of it means what was sent, or newer parsers refuse it', async () => {
  const { open } = await serve((request, response) => response.end(request.url))
  const { socket, text, closed } = open()
  socket.write(Buffer.from(head('GET /?q=考拉%20é HTTP/1.1', 'Connection: close')))
  await closed
  const [address] = /\/\?q=\S*$/.exec(text()) ?? []
  const [line] = text().split('\r\n')
  expect(['考拉 é', 'HTTP/1.1 400 Bad Request']).toContain(
    address === undefined ? line : new URL(address, 'http://x').searchParams.get('q'),
  )
})
