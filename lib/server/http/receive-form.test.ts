import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { receiveForm } from './receive-form'

const LIMITS = { fileBytes: 1_000_000, files: 2, valueBytes: 1_000, values: 5 }
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'promptreel-http-'))
  Object.assign(process.env, { TENSORSLAB_API_KEY: 'k', DATA_DIR: folder })
})
afterAll(() => rm(folder, { recursive: true }))

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://studio/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

async function refusal(request: Request) {
  const problem = await receiveForm(request, LIMITS, 'me', async () => 'taken').catch(
    (error: unknown) => error,
  )
  expect(await readdir(join(folder, 'tmp')), 'leftovers').toEqual([])
  return problem
}

test('parts arrive in order, with files on disk while in use and deleted afterwards', async () => {
  const form = new FormData()
  form.append('first', 'a')
  form.append('picture', new Blob(['12345']), 'x.jpg')
  form.append('second', 'ü 图 😀')
  form.append('picture', new Blob([]), '')
  const seen = await receiveForm(post(form), LIMITS, 'me', async (parts) =>
    Promise.all(
      parts.map(async (part) =>
        'file' in part ? [part.name, part.bytes, await readFile(part.file, 'utf8')] : [part.name, part.value],
      ),
    ),
  )
  expect(seen).toEqual([
    ['first', 'a'],
    ['picture', 5, '12345'],
    ['second', 'ü 图 😀'],
    ['picture', 0, ''],
  ])
  expect(await readdir(join(folder, 'tmp'))).toEqual([])
})

test.each([10, 20_000, 70_000, 300_000])(
  'a file of %i bytes that arrives with the form’s end is read',
  async (bytes) => {
    const head = '--b\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n'
    const whole = Buffer.concat([Buffer.from(head), Buffer.alloc(bytes), Buffer.from('\r\n--b--\r\n')])
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(whole)
        controller.close()
      },
    })
    const request = post(body, { 'content-type': 'multipart/form-data; boundary=b' })
    const seen = await receiveForm(request, LIMITS, 'me', async (parts) => parts)
    expect(seen).toMatchObject([{ name: 'f', bytes }])
  },
)

test('a file that is too large stops the reading at once', async () => {
  let pulled = 0
  const head = '--b\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n'
  const endless = new ReadableStream({
    pull(controller) {
      controller.enqueue(pulled === 0 ? Buffer.from(head) : Buffer.alloc(65_536))
      pulled += 65_536
      if (pulled > 50_000_000) controller.close()
    },
  })
  const problem = await refusal(post(endless, { 'content-type': 'multipart/form-data; boundary=b' }))
  expect(problem).toMatchObject({ code: 'too_large' })
  expect(pulled).toBeLessThan(4_000_000)
})

test('a Content-Length beyond the limit is refused before anything is read', async () => {
  const request = post('x', {
    'content-type': 'multipart/form-data; boundary=b',
    'content-length': '999999999',
  })
  expect(await refusal(request)).toMatchObject({ code: 'too_large' })
  expect(request.bodyUsed).toBe(false)
})

const fields = (count: number) => {
  const form = new FormData()
  for (let index = 0; index < count; index++) form.append(`field${index}`, 'x')
  return form
}

test.each([
  ['too many values', fields(6), {}, 'invalid_input'],
  ['100,000 values', fields(100_000), {}, 'invalid_input'],
  ['no form', '{}', { 'content-type': 'application/json' }, 'unsupported_media'],
  ['a form without a boundary', 'x', { 'content-type': 'multipart/form-data' }, 'unsupported_media'],
  [
    'a form that ends early',
    '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx',
    { 'content-type': 'multipart/form-data; boundary=b' },
    'invalid_input',
  ],
  ['no form at all', 'nothing', { 'content-type': 'multipart/form-data; boundary=b' }, 'invalid_input'],
  [
    'fewer bytes than declared',
    '--b--',
    { 'content-type': 'multipart/form-data; boundary=b', 'content-length': '500' },
    'invalid_input',
  ],
])('%s is refused', async (_name, body, headers, code) => {
  expect(await refusal(post(body, headers))).toMatchObject({ name: 'Problem', code })
})

/** A form with one part of exactly these headers and bytes. */
const onePart = (
  headers: string | Buffer,
  value: string | Buffer,
  type = 'multipart/form-data; boundary=b',
) =>
  post(
    new Uint8Array(
      Buffer.concat([
        Buffer.from('--b\r\n'),
        Buffer.from(headers),
        Buffer.from('\r\n\r\n'),
        Buffer.from(value),
        Buffer.from('\r\n--b--\r\n'),
      ]),
    ),
    { 'content-type': type },
  )
const PROMPT = 'Content-Disposition: form-data; name="prompt"'
const texts = (request: Request) =>
  receiveForm(request, LIMITS, 'me', async (parts) =>
    parts.map((part) => ('value' in part ? part.value : part.filename)),
  )
const NOT_UTF8 = {
  'GBK, as a Chinese console sends it': Buffer.from('c4e3bac3', 'hex'),
  Latin1: Buffer.from('café', 'latin1'),
  'UTF-16 with its mark': Buffer.from('\ufeffkoala', 'utf16le'),
  'a character cut in half': Buffer.from('考拉').subarray(0, 5),
  'an overlong slash': Buffer.from('c0af', 'hex'),
  'half of a surrogate pair': Buffer.from('eda0bd', 'hex'),
  'a byte that never occurs': Buffer.from('ff', 'hex'),
}

test.each(Object.entries(NOT_UTF8))('a value in %s is refused by name', async (_, value) => {
  for (const charset of ['', '\r\nContent-Type: text/plain; charset=utf-8']) {
    const problem = await refusal(onePart(PROMPT + charset, value))
    expect(problem).toMatchObject({
      code: 'invalid_input',
      detail: expect.stringContaining('not UTF-8'),
      details: { reasons: [{ type: 'not_utf8', field: 'prompt', part: 'value' }] },
    })
  }
})

test('a name, or the name of a file, that is not UTF-8 is refused', async () => {
  const named = Buffer.concat([
    Buffer.from('Content-Disposition: form-data; name="'),
    Buffer.from('c4e3', 'hex'),
    Buffer.from('"'),
  ])
  const file = 'Content-Disposition: form-data; name="sourceImage"; filename="'
  const fileNamed = Buffer.concat([Buffer.from(file), Buffer.from('c4e3', 'hex'), Buffer.from('.jpg"')])
  expect(await refusal(onePart(named, 'x'))).toMatchObject({
    details: { reasons: [{ type: 'not_utf8', part: 'field_name' }] },
  })
  expect(await refusal(onePart(fileNamed, 'x'))).toMatchObject({
    details: { reasons: [{ type: 'not_utf8', field: 'sourceImage', part: 'file_name' }] },
  })
})

test.each([
  ['gbk', 'é'],
  ['iso-8859-1', 'é'],
  ['utf-16le', 'koala '],
  ['no-such-charset', 'koala'],
])('a value declared as %s, which reads it differently, is refused', async (charset, value) => {
  const declared = `${PROMPT}\r\nContent-Type: text/plain; charset="${charset}"`
  expect(await refusal(onePart(declared, value))).toMatchObject({
    details: { reasons: [{ type: 'not_utf8', field: 'prompt' }] },
  })
  const whole = onePart(PROMPT, value, `multipart/form-data; charset=${charset}; boundary=b`)
  expect(await refusal(whole)).toMatchObject({ details: { reasons: [{ type: 'not_utf8' }] } })
})

test.each(['utf-8', 'UTF8', 'us-ascii', 'ISO-8859-1', 'windows-1252'])(
  'plain letters declared as %s are taken: they are the same in UTF-8',
  async (charset) => {
    const declared = `${PROMPT}\r\nContent-Type: text/plain; charset=${charset}`
    expect(await texts(onePart(declared, 'koala'))).toEqual(['koala'])
  },
)

test.each([
  ['a byte order mark is left out', '\ufeff考拉', '考拉'],
  ['a replacement character that was typed stays', 'a \ufffd b', 'a \ufffd b'],
  ['joiners, line breaks and emoji stay', 'می\u200cخواهم\r\n👨‍👩‍👧', 'می\u200cخواهم\r\n👨‍👩‍👧'],
])('%s', async (_, value, text) => expect(await texts(onePart(PROMPT, value))).toEqual([text]))

test.each([
  ['without a name', 'Content-Disposition: form-data', 'x'],
  ['of another kind', 'Content-Disposition: attachment; name="prompt"', 'x'],
  ['without headers that say what it is', 'X-Other: 1', 'x'],
  ['whose headers are too long', `X-Long: ${'h'.repeat(9_000)}\r\n${PROMPT}`, 'x'],
  ['with too many headers', `${'X-Many: 1\r\n'.repeat(20)}${PROMPT}`, 'x'],
  ['in Base64', `${PROMPT}\r\nContent-Transfer-Encoding: base64`, 'QSBrb2FsYQ=='],
  ['in quoted-printable', `${PROMPT}\r\nContent-Transfer-Encoding: quoted-printable`, 'caf=C3=A9'],
])('a part %s is refused, and not left out', async (_, headers, value) => {
  expect(await refusal(onePart(headers, value))).toMatchObject({ code: 'invalid_input' })
})

test.each([
  ['Content-Disposition: form-data; name="say \\"x\\""; filename=""', 'say "x"'],
  ['content-disposition:form-data;name=plain', 'plain'],
  ['Content-Disposition: form-data; filename="a; name=b.jpg"; name="图"', '图'],
  ['Content-Disposition: Form-Data ; NAME="n";', 'n'],
])('the headers %s name a part %s', async (headers, name) => {
  const names = receiveForm(onePart(headers, ''), LIMITS, 'me', async (parts) =>
    parts.map((part) => part.name),
  )
  expect(await names).toEqual([name])
})

test('a file that can’t be written fails the form, even after all of it was read', async () => {
  const form = Buffer.from(
    '--b\r\nContent-Disposition: form-data; name="f"; filename="f.jpg"\r\n\r\nbytes\r\n--b--\r\n',
  )
  const body = new ReadableStream({
    async pull(controller) {
      await rm(join(folder, 'tmp'), { recursive: true }) // as when a disk goes away: opening the file fails
      controller.enqueue(form)
      controller.close()
    },
  })
  const failing = receiveForm(
    post(body, { 'content-type': 'multipart/form-data; boundary=b' }),
    LIMITS,
    'me',
    async () => 'taken',
  )
  await expect(failing).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a value that is too long is refused, naming its field', async () => {
  const form = new FormData()
  form.append('prompt', 'x'.repeat(1_001))
  expect(await refusal(post(form))).toMatchObject({ code: 'too_large', detail: /^prompt / })
})

test('a third file is refused', async () => {
  const form = new FormData()
  for (const name of ['a', 'b', 'c']) form.append('f', new Blob([name]), name)
  expect(await refusal(post(form))).toMatchObject({ code: 'invalid_input' })
})

test('an error thrown while using a form is passed on, and the files are deleted', async () => {
  const failing = receiveForm(post(fields(1)), LIMITS, 'me', async () => {
    throw new Error('from within')
  })
  await expect(failing).rejects.toThrow('from within')
  expect(await readdir(join(folder, 'tmp'))).toEqual([])
})
