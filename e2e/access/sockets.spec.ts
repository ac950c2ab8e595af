import { connect } from 'node:net'
import { expect, test } from '@/e2e/kit'
import { head, sendRaw } from './raw'

const TOO_LARGE = '9000000000'

test('unsupported protocol upgrades are closed immediately', async ({ servers }) => {
  const { url } = servers.running
  const { host } = new URL(url)
  for (const path of ['/_next/webpack-hmr', '/_next/hmr', '/', '/api/generations', '/nothing']) {
    const request = [`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: Upgrade', 'Upgrade: websocket']
    const key = ['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==']
    const { status } = await sendRaw(url, [[...request, ...key, '', ''].join('\r\n')])
    expect(status, path).toBe(501)
  }
  expect((await sendRaw(url, [`CONNECT ${host} HTTP/1.1\r\nHost: ${host}\r\n\r\n`])).text).toBe('')
})

test('Next’s image optimizer is not reachable', async ({ servers, request }) => {
  for (const query of ['', '?url=%2Ficons%2Ficon-512.png&w=64&q=75', '?url=%2Fapi%2Fhealth&w=64&q=75']) {
    expect((await request.get(`${servers.running.url}/_next/image${query}`)).status(), query).toBe(404)
  }
})

const uploads = [
  ['POST /api/images', 'image/jpeg'],
  ['POST /api/generations', 'multipart/form-data; boundary=b'],
] as const

for (const [line, type] of uploads) {
  test(`${line} rejects a Content-Length that is too large before reading the body, also with Expect`, async ({
    servers,
  }) => {
    const { url } = servers.running
    const { host } = new URL(url)
    for (const more of [[], [['Expect', '100-continue']]] as [string, string][][]) {
      const headers: [string, string][] = [
        ['Host', host],
        ['Content-Type', type],
        ['Content-Length', TOO_LARGE],
        ...more,
      ]
      const { status, text } = await sendRaw(url, [head(`${line} HTTP/1.1`, headers)])
      expect(status).toBe(413)
      expect(text).toContain('too_large')
      expect(text.toLowerCase()).toContain('connection: close')
    }
  })
}

test('an acceptable upload with Expect: 100-continue is told to continue', async ({ servers }) => {
  const { url } = servers.running
  const { host, hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let text = ''
  const received = (what: string) =>
    new Promise<void>((resolve) => {
      const check = () => text.includes(what) && resolve()
      socket.on('data', check)
      check()
    })
  socket.on('data', (data) => {
    text += data.toString('latin1')
  })
  const headers: [string, string][] = [
    ['Host', host],
    ['Content-Length', '5'],
    ['Expect', '100-continue'],
  ]
  socket.write(head('POST /api/images HTTP/1.1', headers))
  await received('100 Continue')
  socket.write('12345')
  await received('unsupported_media')
  expect(text).toMatch(/HTTP\/1\.1 415 /)
  socket.destroy()
})
