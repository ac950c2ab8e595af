import { expect, test } from 'vitest'
import { submissionSchema } from '@/lib/shared/models/schema'
import { fingerprintsOf } from './fingerprint'

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

/** As version 0.1.0 wrote them into databases that are out there (testing/fixtures/made-by-2917cae). */
test('the fingerprints that version 0.1.0 wrote are recognised', () => {
  expect(fingerprintsOf(given({ prompt: KOALA, ...everything }), photos)).toContain(
    '649c9d1d52093193f875e1761cbcfa18aa6f24c37ffbb3a4b7c843452634f37d',
  )
  expect(fingerprintsOf(given({}), [])).toContain(
    'c2550de3a8b2ff4bc37efd99f7eaeba0d113296d3844aab0cc98e505a35bb466',
  )
})

/** Databases have them from here on: a change of these two is one that sends twice or refuses a repeated key. */
test('the fingerprints of today stay what they are', () => {
  expect(fingerprintsOf(given({ prompt: KOALA, ...everything }), photos)[0]).toBe(
    '2:f4b19e362de9ba2d2c2bad84fbb5efede446ce870e3871714ba0cfe1b224faf2',
  )
  expect(fingerprintsOf(given({}), [])[0]).toBe(
    '2:b9b5b187e586671b08dc647242856711e13977bcff66ad543e6eb494ad7dc882',
  )
})

test('a default that is spelled out is the same submission as one that is left out', () => {
  const defaults = { model: 'seedance-2', ratio: '9:16', fps: '24', generate_audio: '0' }
  expect(fingerprintsOf(given(defaults), photos)).toEqual(fingerprintsOf(given({}), photos))
})

test.each([
  ...Object.entries(everything).map(([name, value]) => ({ [name]: value })),
  { model: 'seedance-1.5-pro' },
  { prompt: 'Another' },
])('%o is another submission', (fields) => {
  const known = fingerprintsOf(given({}), photos)
  for (const one of fingerprintsOf(given(fields), photos)) expect(known).not.toContain(one)
})

test('other photos, and the same in another order, are another submission', () => {
  const known = fingerprintsOf(given({}), photos)
  for (const others of [[], photos.slice(1), photos.toReversed()]) {
    for (const one of fingerprintsOf(given({}), others)) expect(known).not.toContain(one)
  }
})

test('a photo is the file that was given, whatever another version makes of it', () => {
  const by = (sha256: string) => fingerprintsOf(given({}), [{ sha256, given_sha256: 'as given' }])[0]
  expect(by('of one version')).toBe(by('of another'))
  expect(by('of one version')).not.toBe(fingerprintsOf(given({}), photos.slice(1))[0])
})

test('what version 0.1.0 could not be asked for has no fingerprint of then', () => {
  expect(fingerprintsOf(given({ model: 'seedance-1.5-pro' }), [])).toHaveLength(1)
})
