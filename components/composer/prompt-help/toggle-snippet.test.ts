import { expect, test } from 'vitest'
import type { Locale } from '@/lib/shared/messages/locale'
import { PARTS } from '@/lib/shared/messages/snippet-names'
import type { Edit } from './insert-snippet'
import { isFillingIn, isWritten, SNIPPETS, type SnippetId, toggleSnippet } from './toggle-snippet'

const done = (prompt: string, { from, to, text }: Edit) => prompt.slice(0, from) + text + prompt.slice(to)
const toggled = (prompt: string, snippet: SnippetId, language: Locale = 'en', caret = 0) =>
  done(prompt, toggleSnippet(prompt, caret, snippet, language))

const camera = (key: string): SnippetId => ({ part: 'camera', key })
const GOLDEN: SnippetId = { part: 'light', key: 'golden' }
const PRODUCT: SnippetId = { part: 'subject', key: 'product' }

const ALL = PARTS.flatMap((part) => Object.keys(SNIPPETS.en[part].snippets).map((key) => ({ part, key })))

test.each([
  ['', 'en'],
  ['A koala waves.', 'en'],
  ['A koala waves. It rains.\nDusk.', 'en'],
  ['Shot 1: a koala waves. Shot 2: the sea.', 'en'],
  ['', 'zh'],
  ['一只考拉挥手。', 'zh'],
  ['镜头一：沙丘。镜头二：大海。', 'zh'],
] as const)('every snippet pressed twice leaves %j as it was', (prompt, language) => {
  for (const snippet of ALL) {
    const written = toggled(prompt, snippet, language)
    expect(isWritten(prompt, 0, snippet), `${snippet.key} before`).toBe(false)
    expect(isWritten(written, 0, snippet), written).toBe(true)
    expect(toggled(written, snippet, language), written).toBe(prompt)
  }
})

test.each([
  ['A koala waves. Slow push-in. No music.', 'A koala waves. No music.'],
  ['Slow push-in.', ''],
  ['Slow push-in. A koala waves.', 'A koala waves.'],
  ['A koala waves.\nSlow push-in.\nDusk.', 'A koala waves.\n\nDusk.'],
  ['A koala waves, slow push-in.', 'A koala waves.'],
  ['A koala waves, slow push-in', 'A koala waves'],
  ['A koala waves, slow push-in, in the rain.', 'A koala waves, in the rain.'],
  ['Slow push-in, a koala waves.', 'A koala waves.'],
  ['Shot 1: Slow push-in. Dunes.', 'Shot 1: Dunes.'],
])('the move is taken out of “%s”', (prompt, result) => {
  expect(toggled(prompt, camera('pushIn'))).toBe(result)
})

test.each([
  [
    'A koala waves. Slow push-in. No music.',
    'A koala waves. The camera orbits slowly around the subject. No music.',
  ],
  ['A koala waves, slow push-in.', 'A koala waves, the camera orbits slowly around the subject.'],
  ['Handheld camera. Slow pull-back.', 'Handheld camera. The camera orbits slowly around the subject.'],
])('another move takes the place of the one in “%s”', (prompt, result) => {
  expect(toggled(prompt, camera('orbit'))).toBe(result)
})

test('a move is replaced in the prompt’s language', () => {
  expect(toggled('一只考拉挥手。镜头缓缓推进。', camera('crane'), 'zh')).toBe(
    '一只考拉挥手。升镜头，缓缓上升。',
  )
})

test('handheld and the light replace no move', () => {
  const prompt = 'A koala waves. Slow push-in.'
  expect(toggled(prompt, camera('handheld'))).toBe('A koala waves. Slow push-in. Handheld camera.')
  expect(toggled(prompt, GOLDEN)).toBe('A koala waves. Golden hour, long warm shadows. Slow push-in.')
})

test('each shot has a move of its own, and the caret says which shot is meant', () => {
  const prompt = 'Shot 1: dunes. Slow push-in. Shot 2: the sea.'
  expect(isWritten(prompt, 0, camera('pushIn'))).toBe(false)
  expect(toggled(prompt, camera('orbit'))).toBe(
    'Shot 1: dunes. Slow push-in. Shot 2: the sea. The camera orbits slowly around the subject.',
  )
  expect(isWritten(prompt, 12, camera('pushIn'))).toBe(true)
  expect(toggled(prompt, camera('pushIn'), 'en', 12)).toBe('Shot 1: dunes. Shot 2: the sea.')
})

test('what somebody says, and words within a longer sentence, are no snippet', () => {
  expect(isWritten('She says: "Slow push-in." Dusk.', 0, camera('pushIn'))).toBe(false)
  expect(isWritten('A slow push-in.', 0, camera('pushIn'))).toBe(false)
  expect(isWritten('Slow push-in on her face.', 0, camera('pushIn'))).toBe(false)
})

test('a snippet in the other language counts as well', () => {
  expect(isWritten('一只考拉。Slow push-in.', 0, camera('pushIn'))).toBe(true)
})

test('a product that was filled in still belongs to its snippet, whose sentence takes no clause', () => {
  const written = toggled('', PRODUCT)
  expect(written).toContain('[your product]')
  const filled = written.replace('[your product]', 'a blue kettle')
  expect(isWritten(filled, 0, PRODUCT)).toBe(true)
  expect(toggled(filled, PRODUCT)).toBe('')
  expect(isFillingIn(filled, filled.indexOf(' on'))).toBe(true)
  expect(isFillingIn('A koala waves.', 3)).toBe(false)
})
