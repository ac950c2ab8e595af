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
