import { expect, test } from 'vitest'
import { differencesOf, factsOf, notableFactsOf } from './facts'
import { en } from './messages/en'
import { generationEn } from './messages/en/generation'
import { zh } from './messages/zh'
import { generationZh } from './messages/zh/generation'
import { submissionSchema } from './models/schema'

const video = (fields: object) => ({ ...submissionSchema.parse({ prompt: 'Tide.', ...fields }), video: null })
const english = (fields: object) => factsOf(en, generationEn, video(fields))

test('two videos with the same settings have no differences', () => {
  expect(differencesOf(english({}), english({}))).toEqual([])
})

test('only settings that differ are listed, each with both values', () => {
  const rows = differencesOf(english({ duration: '5', seed: '42' }), english({ duration: '15' }))
  expect(rows).toEqual([
    { label: 'Duration', values: ['5 s', '15 s'] },
    { label: 'Seed', values: ['42', 'Random'] },
  ])
})

test('a setting that only one video has is listed with null for the other', () => {
  const rows = differencesOf(english({}), english({ execution_expires_after: '7200' }))
  expect(rows).toEqual([{ label: 'Expires after', values: [null, '2 hours'] }])
})

test('every fact has a Chinese label', () => {
  const facts = factsOf(zh, generationZh, video({ execution_expires_after: '7200', ratio: 'adaptive' }))
  expect(facts.filter(({ label }) => !/\p{Script=Han}/u.test(label))).toEqual([])
})

test('notable facts leave out what is at its default, but never the shape', () => {
  const labels = (fields: object) =>
    notableFactsOf(en, generationEn, video(fields)).map(({ label }) => label)
  const shape = ['Model', 'Ratio', 'Duration', 'Resolution']
  expect(labels({})).toEqual(shape)
  expect(labels({ seed: '0', generate_audio: '1', return_last_frame: '0' })).toEqual(
    english({ seed: '0', generate_audio: '1' })
      .map(({ label }) => label)
      .filter((label) => [...shape, 'Seed', en.parameters.generate_audio.label].includes(label)),
  )
})
