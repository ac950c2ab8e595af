import { expect, test } from 'vitest'
import { differencesOf, factsOf, notableFactsOf } from './facts'
import { en } from './messages/en'
import { generationEn } from './messages/en/generation'
import { zh } from './messages/zh'
import { generationZh } from './messages/zh/generation'
import { submissionSchema } from './models/schema'

const video = (fields: object) => ({
  ...submissionSchema.parse({ prompt: 'Tide.', ...fields }),
  video: null,
  seed: null,
})
const english = (fields: object) => factsOf(en, generationEn, video(fields))

test('two videos with the same settings have no differences', () => {
  expect(differencesOf([english({}), english({})])).toEqual([])
})

test('only settings that differ are listed, each with both values', () => {
  const rows = differencesOf([english({ duration: '5', seed: '42' }), english({ duration: '15' })])
  expect(rows).toEqual([
    { label: 'Duration', values: ['5 s', '15 s'] },
    { label: 'Seed', values: ['42', 'Random'] },
  ])
})

test('the seed is the one that a video was made with, whether or not it was asked for', () => {
  const seedIn = (settings: object, seed: number | null) =>
    factsOf(en, generationEn, { ...video(settings), seed }).find(({ label }) => label === 'Seed')?.value
  expect([seedIn({}, 7), seedIn({ seed: '42' }, null), seedIn({}, null)]).toEqual(['7', '42', 'Random'])
  const [one, other] = [1, 2].map((seed) => factsOf(en, generationEn, { ...video({}), seed }))
  expect(differencesOf([one ?? [], other ?? []])).toEqual([{ label: 'Seed', values: ['1', '2'] }])
})

test('of several videos each has its value in a line', () => {
  const rows = differencesOf([english({}), english({ duration: '10' }), english({ duration: '15' })])
  expect(rows).toEqual([{ label: 'Duration', values: ['5 s', '10 s', '15 s'] }])
})

test('a setting that only one video has is listed with null for the other', () => {
  const rows = differencesOf([english({}), english({ execution_expires_after: '7200' })])
  expect(rows).toEqual([{ label: 'Expires after', values: [null, '2 hours'] }])
})

test('every fact has a Chinese label', () => {
  const facts = factsOf(zh, generationZh, video({ execution_expires_after: '7200', ratio: 'adaptive' }))
  expect(facts.filter(({ label }) => !/\p{Script=Han}/u.test(label))).toEqual([])
})

test('notable facts leave out what is at its default, but never the shape', () => {
  const labels = (fields: object) => notableFactsOf(en, generationEn, video(fields)).map(({ label }) => label)
  const shape = ['Model', 'Ratio', 'Duration', 'Resolution']
  expect(labels({})).toEqual(shape)
  expect(labels({ seed: '0', generate_audio: '1', return_last_frame: '0' })).toEqual(
    english({ seed: '0', generate_audio: '1' })
      .map(({ label }) => label)
      .filter((label) => [...shape, 'Seed', en.parameters.generate_audio.label].includes(label)),
  )
})
