import { beforeEach, expect, test, vi } from 'vitest'
import { submissionSchema } from '@/lib/shared/models/schema'
import { keepDraft, readDraft } from './draft'
import { BLANK, withoutEmpty } from './fields'

const kept = new Map<string, string>()

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  })
  return () => vi.unstubAllGlobals()
})

const image = { id: '01J', name: 'dunes.jpg', width: 1600, height: 900 }

test('a draft is restored, invalid input included', () => {
  const draft = {
    fields: { ...BLANK, prompt: '', seed: 'abc' },
    ratioChosen: true,
    openRatio: '1:1' as const,
    images: [image],
    seedLocked: true,
    collapsed: false,
  }
  keepDraft(draft)
  expect(readDraft()).toEqual(draft)
})

test.each([
  ['nothing', undefined],
  ['broken JSON', '{"fields":'],
  ['three images', JSON.stringify({ fields: BLANK, ratioChosen: false, images: [image, image, image] })],
])('no draft is read from %s', (_, text) => {
  if (text !== undefined) kept.set('draft', text)
  expect(readDraft()).toBeNull()
})

test('a draft of another version keeps what is still valid and gets defaults for the rest', () => {
  const fields = { prompt: 'A koala.', seed: '42', ratio: '5:4', resolution: '480p', gone: '1' }
  kept.set('draft', JSON.stringify({ fields, ratioChosen: true, openRatio: '5:4', images: [image] }))
  expect(readDraft()).toEqual({
    fields: { ...BLANK, prompt: 'A koala.', seed: '42', resolution: '480p' },
    ratioChosen: true,
    openRatio: '9:16',
    images: [image],
    seedLocked: false,
    collapsed: false,
  })
})

test('an untouched form with a prompt submits the schema’s defaults', () => {
  expect(submissionSchema.parse(withoutEmpty({ ...BLANK, prompt: 'A koala.' }))).toEqual(
    submissionSchema.parse({ prompt: 'A koala.' }),
  )
})
