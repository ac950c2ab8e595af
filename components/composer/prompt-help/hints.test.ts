import { expect, test } from 'vitest'
import { en } from '@/lib/shared/messages/en'
import { snippetsEn } from '@/lib/shared/messages/en/snippets'
import { zh } from '@/lib/shared/messages/zh'
import { snippetsZh } from '@/lib/shared/messages/zh/snippets'
import { findHints } from './hints'

const SILENT = { sound: false, images: 0 }
const kinds = (prompt: string, about = SILENT) => findHints(prompt, about).map(({ type }) => type)

test.each([
  ['Slow push-in, then a tracking shot along the wall.', ['moves']],
  ['镜头缓缓推进，然后环绕主体。', ['moves']],
  ['@image1 waves.', ['imageName']],
  ['让 @图片2 里的人挥手。', ['imageName']],
  ['A koala, 8K, masterpiece.', ['booster']],
  ['A koala, best quality.', ['booster']],
  ['一只考拉，超高画质，杰作。', ['booster']],
  ['She says: "Good morning."', ['muted']],
  ['"Good morning," she says.', ['muted']],
  ['The sound of waves.', ['muted']],
  ['Soft piano music.', ['muted']],
  ['A koala waves from a rainy eucalyptus. Slow push-in. Rain, no music.', ['muted']],
  ['Dunes at dusk. Distant wind and thunder, no music.', ['muted']],
  ['A street at night. No music, only rain.', ['muted']],
  ['一只考拉挥手。雨，无音乐。', ['muted']],
  ['一位老人喝茶，说：“早上好。”', ['muted']],
  ['轻柔的雨声。', ['muted']],
  ['A koala. Negative prompt: blur, text.', ['negative']],
  ['A koala --no people', ['negative']],
  ['一只考拉。负面提示词：模糊。', ['negative']],
  ['Image 2 turns into the sea.', ['noImage']],
  ['图片1里的人转过头来。', ['noImage']],
])('“%s” gets its hints', (prompt, expected) => {
  expect(kinds(prompt)).toEqual(expected)
})

test.each([
  'A koala waves in the rain, no music.',
  'No music.',
  'No music, rain on the window.',
  '一只考拉在雨中挥手，无音乐。',
  'Shot 1: push in on the door. Shot 2: pan left along the street.',
  '镜头一：缓缓推进。镜头二：跟拍。',
  'Handheld tracking shot through the crowd.',
  'An egg fries in a pan while the cook tilts the plate.',
  'A guard looks at a masterpiece in the museum.',
  'Runners at the start of an 8K race. A television shop with 4K screens.',
  'An award-winning baker opens the oven.',
  'A sign reads "OPEN", neon above it.',
  'A music box on the shelf. A music hall at night.',
  'A child listens at the door. Rain, wind and thunder.',
  '无音乐。没有人说话。',
  '她在音乐厅门口等人，有名声的画家走过。',
  'Write to me@image.com about the negative space of the picture.',
  'A gallery where picture 3 of 20 hangs askew.',
  'The image of a mountain in the lake.',
  '地图上的图案慢慢亮起。',
])('“%s” gets no hint', (prompt) => {
  expect(kinds(prompt)).toEqual([])
})

test('images in the form and sound that is on give no hint', () => {
  expect(kinds('Image 1 turns into Image 2.', { sound: false, images: 2 })).toEqual([])
  expect(findHints('Image 1 turns into Image 2.', { sound: false, images: 1 })).toEqual([
    { type: 'noImage', image: 2 },
  ])
  expect(kinds('She says: "Good morning."', { sound: true, images: 0 })).toEqual([])
})

test('the length limit counts words in English and characters in Chinese', () => {
  expect(kinds('word '.repeat(1_000))).toEqual([])
  expect(kinds('word '.repeat(1_001))).toEqual(['longWords'])
  expect(kinds('雪'.repeat(500))).toEqual([])
  expect(kinds('雪'.repeat(501))).toEqual(['longHan'])
})

test('the page’s own examples and snippets give no hint once sound is on', () => {
  const snippets = [snippetsEn, snippetsZh].flatMap((parts) =>
    Object.values(parts).flatMap((part) => Object.values(part.snippets).map(({ text }) => text)),
  )
  const examples = [en, zh].flatMap(({ gallery, composer }) => [
    ...gallery.empty.examples,
    composer.promptExample,
  ])
  for (const prompt of [...snippets, ...examples])
    expect(kinds(prompt, { sound: true, images: 0 }), prompt).toEqual([])
})

test('every snippet of a sound gives the hint that sound is off', () => {
  for (const { sound } of [snippetsEn, snippetsZh]) {
    const { noMusic, ...heard } = sound.snippets
    for (const { text } of Object.values(heard)) expect(kinds(text), text).toEqual(['muted'])
    expect(kinds(noMusic?.text ?? '')).toEqual([])
  }
})
