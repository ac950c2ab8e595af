import fc from 'fast-check'
import { expect, test } from '@/e2e/kit'
import { MODEL_IDS, PARAMETERS, type Parameter } from '@/lib/shared/models'
import { PROMPT_LIMIT } from '@/lib/shared/prompt'

const REQUESTS = 1_000
const CONCURRENCY = 4

/** Hostile text: empty, in any script, with sequences that break parsers. */
const short = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\0',
    '\r\n',
    '%',
    "' or 1=1 --",
    '../../etc/passwd',
    '__proto__',
    'null',
    '[object Object]',
  ),
)
const repeated = (...lengths: number[]) => fc.constantFrom(...lengths).map((length) => '字'.repeat(length))
const text = fc.oneof(short, repeated(PROMPT_LIMIT - 1, PROMPT_LIMIT, PROMPT_LIMIT + 1))
const queryText = fc.oneof(short, repeated(1_000))
/** Most bytes of an address: Node closes the connection of a longer request line, often before it was sent whole. */
const ADDRESS_LIMIT = 14_000
const edge = (...numbers: number[]) =>
  fc.oneof(
    fc.constantFrom(...numbers.flatMap((n) => [n - 1, n, n + 1])).map(String),
    fc.constantFrom('1e3', '0x10', ' 5', '5.0', '-0', '+5', '９', 'NaN', '1'.repeat(400)),
  )
const choice = (values: readonly (string | number)[]) =>
  fc.oneof(fc.constantFrom(...values).map(String), text)
const image = fc.oneof(text, fc.uint8Array({ maxLength: 200 }))

/** Valid values of a parameter and values just outside them. */
function valuesOf(parameter: Parameter) {
  if (parameter.type === 'flag') return choice([0, 1])
  return parameter.type === 'choice' ? choice(parameter.values) : edge(parameter.min, 0, parameter.max)
}

const KNOWN = {
  prompt: text,
  model: choice(MODEL_IDS),
  ...Object.fromEntries([...PARAMETERS].map(([name, parameter]) => [name, valuesOf(parameter)])),
  sourceImage: image,
}
const known = fc.oneof(...Object.entries(KNOWN).map(([name, value]) => fc.tuple(fc.constant(name), value)))
const field = fc.oneof({ weight: 8, arbitrary: known }, { weight: 1, arbitrary: fc.tuple(text, image) })

const form = (fields: readonly (readonly [string, string | Uint8Array])[]) => {
  const body = new FormData()
  for (const [name, value] of fields) {
    if (typeof value === 'string') body.append(name, value)
    else body.append(name, new Blob([Uint8Array.from(value)]), 'photo.jpg')
  }
  return body
}
const query = fc.dictionary(
  fc.constantFrom('limit', 'cursor', 'status', 'q', 'starred', 'scope', 'x'),
  queryText,
)
const search = (values: Record<string, string>) => `?${new URLSearchParams(values)}`
const id = fc.oneof(fc.constant('01M7Z3K8QW4N5V6X7Y8Z9A0B1C'), queryText).map(encodeURIComponent)
const json = fc.oneof(
  fc.json({ depthSize: 'small' }),
  fc.string(),
  fc.json().map((taskid) => `{"taskid":${taskid}}`),
)
const headers = fc.oneof(
  fc.constant({}),
  fc.string({ maxLength: 300 }).map((key) => ({ 'idempotency-key': key.replace(/[^\x20-\x7e]/g, '') })),
  fc
    .constantFrom('bytes=0-', 'bytes=-1', 'bytes=9-1', 'bytes=0-0,2-2', 'lines=1')
    .map((range) => ({ range })),
)

const call = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      path: fc.constant('/api/generations'),
      method: fc.constant('POST'),
      headers,
      body: fc.array(field, { maxLength: 14 }).map(form),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      path: query
        .map((values) => `/api/generations${search(values)}`)
        .filter((address) => address.length < ADDRESS_LIMIT),
      method: fc.constant('GET'),
      headers,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      path: fc
        .tuple(id, fc.constantFrom('', '/video', '/last-frame', '/poster'))
        .map(([name, rest]) => `/api/generations/${name}${rest}`),
      method: fc.constantFrom('GET', 'DELETE', 'HEAD'),
      headers,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      path: id.map((name) => `/api/generations/${name}`),
      method: fc.constant('PATCH'),
      headers,
      body: json,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      path: fc.constant('/api/images'),
      method: fc.constant('POST'),
      headers,
      body: fc.uint8Array({ maxLength: 300 }).map((bytes) => new Blob([Uint8Array.from(bytes)])),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      path: id.map((name) => `/api/images/${name}?thumbnail=1`),
      method: fc.constant('GET'),
      headers,
    }),
  },
)

test('none of a thousand random requests at the edges of the schema breaks the server', async ({
  servers,
  sandbox: _,
}) => {
  const { url } = servers.running
  const seen = new Map<number, number>()
  const property = fc.asyncProperty(
    fc.array(call, { minLength: CONCURRENCY, maxLength: CONCURRENCY }),
    async (calls) => {
      const answers = await Promise.all(
        calls.map(async ({ path, ...init }) => {
          const answer = await fetch(`${url}${path}`, init)
          return { status: answer.status, text: await answer.text() }
        }),
      )
      for (const { status, text } of answers) {
        seen.set(status, (seen.get(status) ?? 0) + 1)
        expect(status, text).not.toBe(500)
        expect(status).toBeGreaterThanOrEqual(200)
      }
    },
  )
  await fc.assert(property, { numRuns: REQUESTS / CONCURRENCY, endOnFailure: true })
  // The generators reached accepted, rejected and missing resources alike.
  for (const status of [200, 201, 404, 415, 422]) expect([...seen.keys()]).toContain(status)
})
