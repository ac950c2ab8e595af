import { expect, test } from 'vitest'
import { receiveJson } from './receive-body'

const send = (body: string | Buffer, type = 'application/json') =>
  receiveJson(
    new Request('http://studio/', {
      method: 'POST',
      body: new Uint8Array(Buffer.from(body)),
      headers: { 'content-type': type },
    }),
  )
const refused = (type: string, field: string) =>
  expect.objectContaining({
    code: 'invalid_input',
    details: expect.objectContaining({
      errors: { [field]: [expect.any(String)] },
      reasons: [expect.objectContaining({ type, field })],
    }),
  })

test('JSON is read as it is, with or without a byte order mark', async () => {
  const body = { name: 'Zoë 王 👨‍👩‍👧 \ufffd', inner: [1, { a: null }] }
  expect(await send(JSON.stringify(body))).toEqual(body)
  expect(await send(`\ufeff${JSON.stringify(body)}`, 'application/json; charset=UTF-8')).toEqual(body)
  expect(await send('{"a":"\\ud83d\\udc28"}')).toEqual({ a: '🐨' })
})

test.each([
  ['Latin1', '{"name":"Zoë"}', 'latin1', 'name'],
  ['Latin1 within', '{"a":{"b":["x","é"]}}', 'latin1', 'a.b.1'],
  ['Latin1 in a name', '{"é":1}', 'latin1', 'body'],
  ['Latin1 outside', '"é"', 'latin1', 'body'],
  ['UTF-16', '\ufeff{"name":"x"}', 'utf16le', 'body'],
] as const)('JSON in %s is refused by name', async (_, body, encoding, field) => {
  await expect(send(Buffer.from(body, encoding))).rejects.toEqual(refused('not_utf8', field))
})

test('JSON that is declared in another charset is refused, unless it reads the same', async () => {
  await expect(send('{"name":"王"}', 'application/json; charset=gbk')).rejects.toEqual(
    refused('not_utf8', 'body'),
  )
  expect(await send('{"name":"x"}', 'application/json; charset=gbk')).toEqual({ name: 'x' })
})

test.each([
  ['{"name":"a\\ud800b"}', 'name'],
  ['{"a":{"b":["\\udc00"]}}', 'a.b.0'],
  ['{"\\ud800":1}', 'body'],
  ['"\\udc28\\ud83d"', 'body'],
])('half of a surrogate pair is refused by name: %s', async (body, field) => {
  await expect(send(body)).rejects.toEqual(refused('broken_character', field))
})

test.each(['', '{', 'name=x'])('%j is not JSON', async (body) => {
  await expect(send(body)).rejects.toMatchObject({ code: 'invalid_input', detail: 'The body must be JSON.' })
})
