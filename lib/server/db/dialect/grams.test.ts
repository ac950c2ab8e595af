import { expect, test } from 'vitest'
import { gramsIn, gramsOf, isBeginning } from './grams'

const has = (text: string, word: string): boolean => {
  const all = gramsOf(text)
  return gramsIn(word).every((gram) =>
    isBeginning(gram) ? all.some((one) => one.startsWith(gram)) : all.includes(gram),
  )
}

const texts = [
  'a koala waves, in 3d!',
  '一只考拉在海边挥手',
  "it's file_name at c:\\temp",
  '😀 été über',
  'x',
]

test.each(texts)('the grams of every part of %j are found', (text) => {
  const characters = [...text]
  for (const start of characters.keys()) {
    for (let end = start + 1; end <= characters.length; end++) {
      expect(has(text, characters.slice(start, end).join('')), `${start} to ${end}`).toBe(true)
    }
  }
})

test.each([
  ['a koala waves', 'koalas'],
  ['a koala waves', 'wk'],
  ['一只考拉在海边挥手', '拉考'],
  ['été', 'ete'],
])('%j lacks the grams of %j', (text, word) => {
  expect(has(text, word)).toBe(false)
})

test('punctuation has no grams, so it doesn’t narrow a search', () => {
  expect(gramsIn('%_!')).toEqual([])
})
