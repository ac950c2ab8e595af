import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { fileAnswer } from './file-answer'

const CONTENT = Buffer.from('0123456789')
const file = {
  type: 'video/mp4',
  bytes: CONTENT.length,
  etag: 'abc',
  stream: (range?: { start: number; end: number }) =>
    Readable.from([range ? CONTENT.subarray(range.start, range.end + 1) : CONTENT]),
}

async function ask(headers: Record<string, string>, method = 'GET') {
  const answer = fileAnswer(new Request('https://studio.example/f', { method, headers }), file)
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

test('a file is cached privately and revalidated each time', async () => {
  const { status, text, headers } = await ask({})
  expect([status, text, headers.get('etag')]).toEqual([200, '0123456789', '"abc"'])
  expect(headers.get('cache-control')).toBe('private, no-cache')
})

describe('with If-None-Match', () => {
  test.each(['"abc"', 'W/"abc"', '"x", "abc"', '*'])('a matching ETag gives 304: %s', async (condition) => {
    const { status, text, headers } = await ask({ 'if-none-match': condition, range: 'bytes=0-1' })
    expect([status, text, headers.get('etag')]).toEqual([304, '', '"abc"'])
    expect(headers.get('cache-control')).toBe('private, no-cache')
  })

  test.each(['"ab"', '"other"', 'abc', ''])('any other ETag gives the file: %s', async (condition) => {
    expect(await ask({ 'if-none-match': condition })).toMatchObject({ status: 200, text: '0123456789' })
  })
})

test.each([
  [{ range: 'bytes=2-4' }, 206, '234'],
  [{ range: 'bytes=2-4', 'if-range': '"abc"' }, 206, '234'],
  [{ range: 'bytes=2-4', 'if-range': '"other"' }, 200, '0123456789'],
  [{ range: 'bytes=2-4', 'if-range': 'W/"abc"' }, 200, '0123456789'],
  [{ range: 'bytes=2-4', 'if-none-match': '"other"' }, 206, '234'],
  [{ range: 'bytes=10-' }, 416, ''],
])('a range is served only of the requested version: %o', async (headers, status, text) => {
  expect(await ask(headers)).toMatchObject({ status, text })
})

test('HEAD ignores Range', async () => {
  expect(await ask({ range: 'bytes=2-4' }, 'HEAD')).toMatchObject({ status: 200, text: '' })
})

test.each([
  ['Tide 9x16.mp4', 'Tide 9x16.mp4', 'Tide%209x16.mp4'],
  ['café l’été.mp4', 'cafe l_ete.mp4', 'caf%C3%A9%20l%E2%80%99%C3%A9t%C3%A9.mp4'],
  ["O'Neill (1)*.mp4", 'O_Neill _1_.mp4', 'O%27Neill%20%281%29%2A.mp4'],
  ['नमस्ते.mp4', '_.mp4', '%E0%A4%A8%E0%A4%AE%E0%A4%B8%E0%A5%8D%E0%A4%A4%E0%A5%87.mp4'],
])('the name %s is sent in both ways that clients read', (name, plain, encoded) => {
  for (const [query, kind] of [
    ['', 'inline'],
    ['?download=1', 'attachment'],
  ]) {
    const answer = fileAnswer(new Request(`https://studio.example/f${query}`), { ...file, name })
    expect(answer.headers.get('content-disposition')).toBe(
      `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`,
    )
  }
})
