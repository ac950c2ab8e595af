import { expect, test } from 'vitest'
import type { Locale } from '@/lib/shared/messages/locale'
import type { Part } from '@/lib/shared/messages/snippet-names'
import { insertName, insertShot } from './insert-name'
import { type Edit, insertSnippet } from './insert-snippet'

const done = (prompt: string, { from, to, text }: Edit) => prompt.slice(0, from) + text + prompt.slice(to)
/** ` ` marks the caret. */
const open = (marked: string) => ({
  prompt: marked.replace('|', ''),
  caret: Math.max(0, marked.indexOf('|')),
})

const insertedInto = (marked: string, snippet: string, part: Part, language: Locale) => {
  const { prompt, caret } = open(marked)
  return done(prompt, insertSnippet(prompt, caret, snippet, part, language))
}

test.each([
  ['|', 'Slow push-in.'],
  ['A koala waves.|', 'A koala waves. Slow push-in.'],
  ['A koala waves|', 'A koala waves. Slow push-in.'],
  ['A koala waves,|', 'A koala waves, slow push-in.'],
  ['A koala waves.  |', 'A koala waves. Slow push-in.'],
  ['A koala waves. No music.|', 'A koala waves. Slow push-in. No music.'],
  [
    'A koala waves! Soft light. Watercolour style. No music.',
    'A koala waves! Soft light. Slow push-in. Watercolour style. No music.',
  ],
  ['No music.|', 'Slow push-in. No music.'],
  ['A koala waves. No music. It rains.|', 'A koala waves. No music. It rains. Slow push-in.'],
  ['Shot 1: dunes. Shot 2: no music.|', 'Shot 1: dunes. Shot 2: no music. Slow push-in.'],
  ['Shot 1:|', 'Shot 1: Slow push-in.'],
  ['She says: "Wait."|', 'She says: "Wait." Slow push-in.'],
  ['A koala waves.\n|', 'A koala waves.\nSlow push-in.'],
])('a snippet goes into “%s” by the order of parts', (marked, result) => {
  expect(insertedInto(marked, 'Slow push-in.', 'camera', 'en')).toBe(result)
})

test.each([
  ['A koala waves.| It rains.', 'A koala waves. Slow push-in. It rains.'],
  ['A koala waves|. It rains.', 'A koala waves. Slow push-in. It rains.'],
  ['A koala wa|ves in the rain.', 'A koala waves, slow push-in, in the rain.'],
  ['A koala waves,| wet.', 'A koala waves, slow push-in, wet.'],
  ['A koala waves|, wet.', 'A koala waves, slow push-in, wet.'],
  ['She says: "Wai|t." Dusk.', 'She says: "Wait." Slow push-in. Dusk.'],
  ['One line.|\nAnother.', 'One line. Slow push-in.\nAnother.'],
  ['One line.\n|Another.', 'One line.\nSlow push-in. Another.'],
])('a snippet goes into “%s” at the caret', (marked, result) => {
  expect(insertedInto(marked, 'Slow push-in.', 'camera', 'en')).toBe(result)
})

test.each([
  ['一只考拉挥手|', '一只考拉挥手。镜头缓缓推进。'],
  ['一只考拉挥手。无音乐。|', '一只考拉挥手。镜头缓缓推进。无音乐。'],
  ['一只考拉，|在雨中挥手。', '一只考拉，镜头缓缓推进，在雨中挥手。'],
  ['她说：“你好。”|', '她说：“你好。”镜头缓缓推进。'],
])('a snippet goes into “%s” with Chinese punctuation', (marked, result) => {
  expect(insertedInto(marked, '镜头缓缓推进。', 'camera', 'zh')).toBe(result)
})

test('the scene is not put before the sentence with the subject and its action', () => {
  expect(insertedInto('A koala waves.|', 'In a misty pine forest.', 'scene', 'en')).toBe(
    'A koala waves. In a misty pine forest.',
  )
})

test.each([
  ['|', 'Image 1'],
  ['The man in| waves.', 'The man in Image 1 waves.'],
  ['The man in |waves.', 'The man in Image 1 waves.'],
  ['The man in|', 'The man in Image 1'],
])('an image’s name goes into “%s” within the sentence', (marked, result) => {
  const { prompt, caret } = open(marked)
  expect(done(prompt, insertName(prompt, caret, 'Image 1', 'en'))).toBe(result)
})

test.each([
  ['', 'en', 'Shot 1: '],
  ['A koala waves', 'en', 'Shot 1: A koala waves. Shot 2: '],
  ['Shot 1: dunes. Shot 2: the sea', 'en', 'Shot 1: dunes. Shot 2: the sea. Shot 3: '],
  ['考拉挥手。', 'zh', '镜头1：考拉挥手。镜头2：'],
  ['镜头一：沙丘。', 'zh', '镜头一：沙丘。镜头2：'],
] as const)('the next shot is added to %j', (prompt, language, result) => {
  expect(done(prompt, insertShot(prompt, language))).toBe(result)
})
