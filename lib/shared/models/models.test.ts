import { describe, expect, test } from 'vitest'
import { promptLength } from '@/lib/shared/prompt'
import { reasonOf } from '@/lib/shared/reason'
import { closestRatio, offeredModel, PIXELS, RATIOS, readSettings } from './index'
import { submissionSchema, submissionSchemaFor } from './schema'

const parse = (fields: object) => submissionSchema.safeParse(fields, { reportInput: true })
const reasons = (fields: object) => parse(fields).error?.issues.map(reasonOf) ?? []

describe('the prompt of a submission', () => {
  test('is counted in code points: 8,192 emoji pass, 8,193 do not', () => {
    expect(parse({ prompt: '😀'.repeat(8_192) }).success).toBe(true)
    expect(reasons({ prompt: '😀'.repeat(8_193) })).toEqual([
      { type: 'too_long', field: 'prompt', limit: 8_192, length: 8_193 },
    ])
  })

  test('counts a line break as one character, however it is encoded', () => {
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      const prompt = `a${lineBreak}`.repeat(4_096)
      expect(promptLength(prompt)).toBe(8_192)
      expect(parse({ prompt }).data?.prompt).toBe('a\n'.repeat(4_096))
    }
  })

  test('loses its NUL characters, which databases reject and nobody can see', () => {
    expect(parse({ prompt: 'a\0b' }).data?.prompt).toBe('ab')
  })

  test.each([{}, { prompt: '' }, { prompt: ' \n\t' }, { prompt: '\0' }, { prompt: '\u200b \u3164' }])(
    'is required, and shows something: %o',
    (fields) => expect(reasons(fields)).toContainEqual({ type: 'required', field: 'prompt' }),
  )

  test('stays exactly as typed beside joiners and other invisible characters', () => {
    for (const prompt of ['👨‍👩‍👧 wave', 'می‌خواهم', 'क्‍ष', '\u200ba\ufeff', ' \ue000x\u0301\n'])
      expect(parse({ prompt }).data?.prompt).toBe(prompt)
  })

  test('may not contain half of a character', () => {
    expect(reasons({ prompt: 'A koala \ud83d' })).toEqual([{ type: 'broken_character', field: 'prompt' }])
    expect(parse({ prompt: 'A koala 🐨' }).success).toBe(true)
  })
})

test('absent fields get the defaults of the provider’s contract', () => {
  expect(parse({ prompt: 'x' }).data?.settings).toMatchObject({
    ratio: '9:16',
    duration: 5,
    resolution: '720p',
    seed: null,
    fps: '24',
    generateAudio: false,
    returnLastFrame: false,
    websearch: false,
    executionExpiresAfter: null,
  })
})

describe('a submission’s fields', () => {
  test.each([
    ['seed', '-1', '-2'],
    ['seed', '4294967295', '4294967296'],
    ['seed', '0', '1.5'],
    ['seed', '7', '7 '],
    ['seed', '7', '0x7'],
    ['duration', '15', '6'],
    ['duration', '5', '5.0'],
    ['resolution', '480p', '1080p'],
    ['ratio', 'adaptive', '16:10'],
    ['fps', '24', '0'],
    ['generate_audio', '1', 'true'],
    ['execution_expires_after', '3600', '3599'],
    ['execution_expires_after', '259200', '259201'],
  ])('%s accepts %s and rejects %s', (field, good, bad) => {
    expect(parse({ prompt: 'x', [field]: good }).success).toBe(true)
    expect(reasons({ prompt: 'x', [field]: bad })).toMatchObject([{ field }])
  })

  test('an unknown field is rejected by name', () => {
    expect(reasons({ prompt: 'x', Ratio: '1:1' })).toEqual([{ type: 'unknown_field', field: 'Ratio' }])
  })
})

test('a field that only another model accepts is rejected by name, unless it is a flag that is off', () => {
  const pro = { prompt: 'x', model: 'seedance-1.5-pro' }
  expect(reasons({ ...pro, generate_audio: '1' })).toMatchObject([{ field: 'generate_audio' }])
  expect(parse({ ...pro, generate_audio: '0', resolution: '1080p', duration: '7' }).data).toMatchObject({
    model: 'seedance-1.5-pro',
    settings: { generateAudio: false, resolution: '1080p', duration: 7 },
  })
})

test('a model that is not offered is rejected with a list of those that are', () => {
  const offered = submissionSchemaFor(['seedance-2', 'seedance-1.5-pro'])
  const wrong = offered.safeParse({ prompt: 'x', model: 'seedance-1-pro-fast' }, { reportInput: true })
  expect(wrong.error?.issues.map(reasonOf)).toEqual([
    { type: 'not_one_of', field: 'model', allowed: ['seedance-2', 'seedance-1.5-pro'] },
  ])
  expect(offered.parse({ prompt: 'x' }).model).toBe('seedance-2')
  expect(submissionSchemaFor(['seedance-1.5-pro']).parse({ prompt: 'x' }).model).toBe('seedance-1.5-pro')
})

describe('settings stored by another version', () => {
  const { settings } = submissionSchema.parse({ prompt: 'x' })

  test('get the default where a key is absent or has the wrong type', () => {
    expect(readSettings('seedance-2', {})).toEqual(settings)
    expect(readSettings('seedance-2', { ...settings, seed: 'x', duration: null })).toEqual(settings)
  })

  test('keep values that are no longer offered, even when the model is gone', () => {
    const old = { ...settings, ratio: '5:4', resolution: '1440p', duration: 4 }
    expect(readSettings('seedance-2', old)).toEqual(old)
    expect(readSettings('seedance-0', old)).toEqual(old)
  })

  test.each([null, 'text', 7, [1]])('are null when the record holds %j', (stored) => {
    expect(readSettings('seedance-2', stored)).toBeNull()
  })
})

test('the closest of the six fixed ratios is found for any image size', () => {
  for (const ratio of RATIOS) {
    if (ratio === 'adaptive') continue
    const [width, height] = PIXELS[ratio]['480p']
    expect(closestRatio(width, height)).toBe(ratio)
  }
  expect(closestRatio(4_000, 3_000)).toBe('4:3')
  expect(closestRatio(1_000, 2_400)).toBe('9:16')
  expect(closestRatio(2_490, 1_000)).toBe('21:9')
  expect(closestRatio(1_179, 2_556)).toBe('9:16')
})

test.each([
  [['seedance-2', 'seedance-1.5-pro'], 'seedance-1.5-pro', 'seedance-1.5-pro'],
  [['seedance-1.5-pro', 'seedance-2'], 'gone', 'seedance-2'],
  [['seedance-1.5-pro', 'seedance-1-pro-fast'], 'seedance-2', 'seedance-1.5-pro'],
  [['seedance-1.5-pro', 'seedance-2'], undefined, 'seedance-2'],
] as const)('of the models %j, a submission that wants %s gets %s', (offered, wanted, given) => {
  expect(offeredModel(offered, wanted)).toBe(given)
})
