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

test('a file may be kept, by one browser, which asks each time whether it still holds', async () => {
  const { status, text, headers } = await ask({})
  expect([status, text, headers.get('etag')]).toEqual([200, '0123456789', '"abc"'])
  expect(headers.get('cache-control')).toBe('private, no-cache')
})

describe('a browser that has these very bytes is not sent them again', () => {
  test.each(['"abc"', 'W/"abc"', '"x", "abc"', '*'])('%s', async (condition) => {
    const { status, text, headers } = await ask({ 'if-none-match': condition, range: 'bytes=0-1' })
    expect([status, text, headers.get('etag')]).toEqual([304, '', '"abc"'])
    expect(headers.get('cache-control')).toBe('private, no-cache')
  })

  test.each(['"ab"', '"other"', 'abc', ''])('but is where it has others: %s', async (condition) => {
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
])('a part is given of the version that is meant: %o', async (headers, status, text) => {
  expect(await ask(headers)).toMatchObject({ status, text })
})

test('what is asked about with HEAD is told of the whole', async () => {
  expect(await ask({ range: 'bytes=2-4' }, 'HEAD')).toMatchObject({ status: 200, text: '' })
})
