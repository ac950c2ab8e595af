import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@/e2e/kit'
import { head, sendRaw } from './raw'

const FORM = 'multipart/form-data; boundary=b'
const part = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const END = '--b--\r\n'

type Game = { type?: string; length?: number; parts: Iterable<string>; leave?: boolean; status: number }

function* repeated(times: number, make: (n: number) => string): Iterable<string> {
  for (let n = 0; n < times; n += 1_000) {
    yield Array.from({ length: Math.min(1_000, times - n) }, (_, i) => make(n + i)).join('')
  }
  yield END
}
const text = (value: string): Pick<Game, 'parts' | 'length'> => ({ parts: [value], length: value.length })

/** What a sender can do to a server that reads forms. */
const GAMES: Record<string, Game> = {
  'no body at all': { ...text(''), status: 422 },
  'no length: in chunks': { parts: chunked([part('prompt', 'Chunks.'), END]), status: 201 },
  'less than announced': { parts: [part('prompt', 'Cut'), END], length: 100_000, leave: true, status: 400 },
  'more than announced': { parts: [part('prompt', 'Long'), END], length: 20, status: 400 },
  'a length beyond every number': { parts: [], length: 1e21, status: 400 },
  'a length just too large': { parts: [], length: 9_000_000_000, status: 413 },
  '100,000 fields': { parts: chunked(repeated(100_000, (n) => part(`f${n}`, 'x'))), status: 422 },
  '100,000 times the same field': {
    parts: chunked(repeated(100_000, () => part('prompt', 'x'))),
    status: 422,
  },
  'a field name of 1 MB': { ...text(part('n'.repeat(1_000_000), 'x') + END), status: 422 },
  'a header of a part of 1 MB': {
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
    status: 201, // read as words, whatever it says that it is
  },
  'no boundary': { type: 'multipart/form-data', ...text(part('prompt', 'x') + END), status: 415 },
  'a boundary that never comes': { ...text('x'.repeat(100_000)), status: 422 },
  'another kind of form': { type: 'application/x-www-form-urlencoded', ...text('prompt=x'), status: 415 },
  'no kind': { type: '', ...text(part('prompt', 'x') + END), status: 415 },
  'no name for a field': { ...text(`--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n${END}`), status: 422 },
  'a bad chunk': { parts: ['zz\r\nnothing\r\n'], status: 400 },
  'names that are part of every object': {
    ...text(`${part('__proto__', 'x')}${part('constructor', 'y')}${part('prompt', 'z')}${END}`),
    status: 422,
  },
}

function* chunked(parts: Iterable<string>): Iterable<string> {
  for (const text of parts) yield `${text.length.toString(16)}\r\n${text}\r\n`
  yield '0\r\n\r\n'
}

function headersOf(host: string, { type = FORM, length }: Game): [string, string][] {
  const size: [string, string] =
    length === undefined ? ['Transfer-Encoding', 'chunked'] : ['Content-Length', BigInt(length).toString()]
  return [['Host', host], ...(type === '' ? [] : [['Content-Type', type] satisfies [string, string]]), size]
}

test('each body gets an answer, however odd, and the studio lives on', async ({
  servers,
  sandbox,
  request,
}) => {
  const { url } = servers.running
  const { host } = new URL(url)
  for (const [name, game] of Object.entries(GAMES)) {
    const start = head('POST /api/generations HTTP/1.1', headersOf(host, game))
    const answer = await sendRaw(url, [start, ...game.parts], game.leave)
    expect.soft(answer.status, `${name}: ${answer.text.slice(-300)}`).toBe(game.status)
    // 400 is the protocol's own refusal, before the studio is asked.
    if (game.status > 400) expect.soft(answer.text, name).toContain('"detail":"')
    expect.soft((await request.get('/api/health')).status(), `after ${name}`).toBe(200)
  }
  expect(sandbox.ledger().creates).toHaveLength(2) // the good form in chunks, and the one within a form
})

test('huge headers and addresses are refused', async ({ servers }) => {
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

test('slow senders do not keep others out', async ({ servers, request }) => {
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

/** A sender of one byte now and then, until told to leave. */
async function drip(url: string, start: string, leave: AbortSignal): Promise<void> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {}) // it may be closed by either side: that is the point
  socket.write(start)
  while (!leave.aborted && !socket.destroyed) {
    socket.write('x')
    await pause(100)
  }
  socket.destroy()
}
