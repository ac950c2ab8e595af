import { expect, test } from 'vitest'
import { submissionSchema } from '@/lib/shared/models/schema'
import { fingerprintsOf, isCounted } from './fingerprint'

const KOALA = 'A koala waves at the sea.\n一只考拉在海边挥手'
const photos = [
  { sha256: '8035aa8418af19127f04ea1145e5f4ca8979c86127e392333f838f06545471cb', given_sha256: null },
  { sha256: 'e34aa0dcdf2d7ba0971dac90b0563c76bf1bc141979bbe75a7895807c0fa90f2', given_sha256: null },
]
const everything = {
  ...{ ratio: '16:9', duration: '10', resolution: '480p', seed: '42', fps: '30', generate_audio: '1' },
  ...{ return_last_frame: '1', websearch: '1', execution_expires_after: '7200' },
} as const
const given = (fields: object) => submissionSchema.parse({ prompt: 'A paper boat in the rain', ...fields })

/** From a database that 0.1.0 wrote (testing/fixtures/made-by-2917cae). */
test('fingerprints that 0.1.0 wrote are recognised', () => {
  expect(fingerprintsOf(given({ prompt: KOALA, ...everything }), photos)).toContain(
    '649c9d1d52093193f875e1761cbcfa18aa6f24c37ffbb3a4b7c843452634f37d',
  )
  expect(fingerprintsOf(given({}), [])).toContain(
    'c2550de3a8b2ff4bc37efd99f7eaeba0d113296d3844aab0cc98e505a35bb466',
  )
})

/** These are stored in databases: changing either means sending twice or refusing a repeated key. */
test('the current fingerprint format does not change', () => {
  expect(fingerprintsOf(given({ prompt: KOALA, ...everything }), photos)[0]).toBe(
    '2:f4b19e362de9ba2d2c2bad84fbb5efede446ce870e3871714ba0cfe1b224faf2',
  )
  expect(fingerprintsOf(given({}), [])[0]).toBe(
    '2:b9b5b187e586671b08dc647242856711e13977bcff66ad543e6eb494ad7dc882',
  )
})

test('that of several generations is one of its own, and does not change either', () => {
  const of = (fields: object) => fingerprintsOf(given(fields), photos)
  expect(of({ count: '4' })).toEqual([
    'count:3bf0ddd269b894aea9a0e3e69dfc9f5274efdb389da6f1ddb3162bf73fec733a',
  ])
  const all = [of({}), of({ count: '1' }), of({ count: '4' }), of({ count: '4', seed: '1' })]
  expect(new Set(all.map(([current]) => current)).size).toBe(4)
  expect(all.slice(0, 2).map(([current]) => isCounted(current))).toEqual([false, true])
})

test('an explicit default gives the same fingerprint as an omitted field', () => {
  const defaults = { model: 'seedance-2', ratio: '9:16', fps: '24', generate_audio: '0' }
  expect(fingerprintsOf(given(defaults), photos)).toEqual(fingerprintsOf(given({}), photos))
})

test.each([
  ...Object.entries(everything).map(([name, value]) => ({ [name]: value })),
  { model: 'seedance-1.5-pro' },
  { prompt: 'Another' },
])('%o gives a different fingerprint', (fields) => {
  const known = fingerprintsOf(given({}), photos)
  for (const one of fingerprintsOf(given(fields), photos)) expect(known).not.toContain(one)
})

test('other photos, or the same in another order, give a different fingerprint', () => {
  const known = fingerprintsOf(given({}), photos)
  for (const others of [[], photos.slice(1), photos.toReversed()]) {
    for (const one of fingerprintsOf(given({}), others)) expect(known).not.toContain(one)
  }
})

test('a photo is identified by the uploaded file, however a version re-encodes it', () => {
  const by = (sha256: string) => fingerprintsOf(given({}), [{ sha256, given_sha256: 'as given' }])[0]
  expect(by('of one version')).toBe(by('of another'))
  expect(by('of one version')).not.toBe(fingerprintsOf(given({}), photos.slice(1))[0])
})

test('a submission that 0.1.0 did not support has no fingerprint in its format', () => {
  expect(fingerprintsOf(given({ model: 'seedance-1.5-pro' }), [])).toHaveLength(1)
})
