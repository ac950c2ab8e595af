import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@/e2e/kit'
import { head, sendRaw } from './raw'

const FORM = 'multipart/form-data; boundary=b'
const part = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const END = '--b--\r\n'

type Attack = { type?: string; length?: number; parts: Iterable<string>; leave?: boolean; status: number }

function* repeated(times: number, make: (n: number) => string): Iterable<string> {
  for (let n = 0; n < times; n += 1_000) {
    yield Array.from({ length: Math.min(1_000, times - n) }, (_, i) => make(n + i)).join('')
  }
  yield END
}
const text = (value: string): Pick<Attack, 'parts' | 'length'> => ({ parts: [value], length: value.length })

/** Malformed and oversized forms, with the status each must get. */
const ATTACKS: Record<string, Attack> = {
  'no body at all': { ...text(''), status: 422 },
  'a chunked body': { parts: chunked([part('prompt', 'Chunks.'), END]), status: 201 },
  'less than Content-Length': {
    parts: [part('prompt', 'Cut'), END],
    length: 100_000,
    leave: true,
    status: 400,
  },
  'more than Content-Length': { parts: [part('prompt', 'Long'), END], length: 20, status: 400 },
  'a Content-Length beyond 2^53': { parts: [], length: 1e21, status: 400 },
  'a Content-Length over the limit': { parts: [], length: 9_000_000_000, status: 413 },
  '100,000 fields': { parts: chunked(repeated(100_000, (n) => part(`f${n}`, 'x'))), status: 422 },
  '100,000 times the same field': {
    parts: chunked(repeated(100_000, () => part('prompt', 'x'))),
    status: 422,
  },
  'a field name of 1 MB': { ...text(part('n'.repeat(1_000_000), 'x') + END), status: 422 },
  'a part header of 1 MB': {
    ...text(`--b\r\nX-Long: ${'h'.repeat(1_000_000)}\r\n\r\nx\r\n${END}`),
    status: 422,
  },
  'a value of 50 MB': {
    parts: chunked(repeated(50, () => part('prompt', 'v'.repeat(1_000_000)))),
    status: 413,
  },
  'a form within the form': {
    ...text(
      `--b\r\nContent-Disposition: form-data; name="prompt"\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\n\r\nx\r\n--c--\r\n${END}`,
    ),
    status: 201, // read as text, whatever its Content-Type
  },
  'no boundary': { type: 'multipart/form-data', ...text(part('prompt', 'x') + END), status: 415 },
  'a boundary that never occurs': { ...text('x'.repeat(100_000)), status: 422 },
  'a URL-encoded form': { type: 'application/x-www-form-urlencoded', ...text('prompt=x'), status: 415 },
  'no Content-Type': { type: '', ...text(part('prompt', 'x') + END), status: 415 },
  'a field without a name': {
    ...text(`--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n${END}`),
    status: 422,
  },
  'an invalid chunk size': { parts: ['zz\r\nnothing\r\n'], status: 400 },
  'names from Object.prototype': {
    ...text(`${part('__proto__', 'x')}${part('constructor', 'y')}${part('prompt', 'z')}${END}`),
    status: 422,
  },
}

function* chunked(parts: Iterable<string>): Iterable<string> {
  for (const text of parts) yield `${text.length.toString(16)}\r\n${text}\r\n`
  yield '0\r\n\r\n'
}

function headersOf(host: string, { type = FORM, length }: Attack): [string, string][] {
  const size: [string, string] =
    length === undefined ? ['Transfer-Encoding', 'chunked'] : ['Content-Length', BigInt(length).toString()]
  return [['Host', host], ...(type === '' ? [] : [['Content-Type', type] satisfies [string, string]]), size]
}

test('every malformed or oversized form gets a response, and the server keeps running', async ({
  servers,
  sandbox,
  request,
}) => {
  const { url } = servers.running
  const { host } = new URL(url)
  for (const [name, attack] of Object.entries(ATTACKS)) {
    const start = head('POST /api/generations HTTP/1.1', headersOf(host, attack))
    const answer = await sendRaw(url, [start, ...attack.parts], attack.leave)
    expect.soft(answer.status, `${name}: ${answer.text.slice(-300)}`).toBe(attack.status)
    // 400 comes from Node's HTTP parser, before our code runs.
    if (attack.status > 400) expect.soft(answer.text, name).toContain('"detail":"')
    expect.soft((await request.get('/api/health')).status(), `after ${name}`).toBe(200)
  }
  expect(sandbox.ledger().creates).toHaveLength(2) // the chunked form and the nested one
})

test('oversized headers, URLs and idempotency keys are rejected', async ({ servers }) => {
  const { url } = servers.running
  const { host } = new URL(url)
  const ask = (line: string, headers: [string, string][]) =>
    sendRaw(url, [head(line, [['Host', host], ...headers])])
  const get = 'GET /api/generations HTTP/1.1'
  expect((await ask(get, [['X-Long', 'h'.repeat(1_000_000)]])).status).toBe(431)
  expect(
    (
      await ask(
        get,
        Array.from({ length: 5_000 }, (_, n): [string, string] => [`X-${n}`, 'v']),
      )
    ).status,
  ).toBe(431)
  expect((await ask(`GET /api/generations?q=${'q'.repeat(1_000_000)} HTTP/1.1`, [])).status).toBe(431)
  expect((await ask('POST /api/generations HTTP/1.1', [['Idempotency-Key', 'k'.repeat(256)]])).status).toBe(
    422,
  )
})

test('200 slow uploads do not block other requests', async ({ servers, request }) => {
  const { url } = servers.running
  const { host } = new URL(url)
  const start = head('POST /api/generations HTTP/1.1', [
    ['Host', host],
    ['Content-Type', FORM],
    ['Content-Length', '1000000'],
  ])
  const leave = new AbortController()
  const slow = Array.from({ length: 200 }, () => drip(url, start, leave.signal))
  for (let n = 0; n < 20; n++) expect((await request.get('/api/generations?limit=1')).status()).toBe(200)
  leave.abort()
  await Promise.all(slow)
  expect((await request.get('/api/health')).status()).toBe(200)
})

/** Sends one byte every 100 ms until aborted (slowloris). */
async function drip(url: string, start: string, leave: AbortSignal): Promise<void> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {}) // either side may close it
  socket.write(start)
  while (!leave.aborted && !socket.destroyed) {
    socket.write('x')
    await pause(100)
  }
  socket.destroy()
}
