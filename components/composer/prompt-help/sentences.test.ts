import { expect, test } from 'vitest'
import { sentencesOf, shotsOf } from './sentences'

const texts = (spans: { text: string }[]) => spans.map(({ text }) => text)

test.each([
  ['A koala waves. Slow push-in', ['A koala waves.', 'Slow push-in']],
  ['She says: "Hello. Come in." He nods.', ['She says: "Hello. Come in."', 'He nods.']],
  ['考拉挥手。她说：“你好。请进。”镜头推进', ['考拉挥手。', '她说：“你好。请进。”', '镜头推进']],
  ['At 2.5 metres. Dusk', ['At 2.5 metres.', 'Dusk']],
  ['One line\nanother line', ['One line', 'another line']],
  ['   ', []],
])('%j is split into its sentences', (text, sentences) => {
  expect(texts(sentencesOf(text))).toEqual(sentences)
  for (const { start, end, text: sentence } of sentencesOf(text))
    expect(text.slice(start, end)).toBe(sentence)
})

test.each([
  ['A koala waves.', ['A koala waves.']],
  ['Shot 1: dunes. Shot 2: the sea.', ['Shot 1: dunes.', 'Shot 2: the sea.']],
  ['镜头一：沙丘。镜头二：大海。', ['镜头一：沙丘。', '镜头二：大海。']],
  ['Dunes at dusk, cut to the sea.', ['Dunes at dusk,', 'cut to the sea.']],
  ['She says: "Shot 2: go." Dusk.', ['She says: "Shot 2: go." Dusk.']],
])('%j is split into its shots', (text, shots) => {
  expect(texts(shotsOf(text))).toEqual(shots)
})
