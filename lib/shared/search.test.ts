import { expect, test } from 'vitest'
import { SEARCH, withinSearch, wordsOf } from './search'

test('a word counts once, however it is written', () => {
  expect(wordsOf(' Koala  koala ＫＯＡＬＡ tide ')).toEqual(['koala', 'tide'])
})

test.each(['', 'koala', 'The tide  comes in', '考拉 挥手', 'x'.repeat(SEARCH.characters)])(
  '%j is within what a search may hold, and stays as it is',
  (text) => expect(withinSearch(text)).toBe(text),
)

test.each([
  'x'.repeat(9_000),
  Array.from({ length: 900 }, (_, n) => `w${n}`).join(' '),
  '\ufdfa'.repeat(400), // one sign that is folded into eighteen
  '😀 '.repeat(2) + Array.from({ length: 60 }, (_, n) => String.fromCodePoint(0x4e00 + n)).join(' '),
])('what is more than that is cut to it: case %#', (text) => {
  const cut = withinSearch(text)
  expect(wordsOf(cut).length).toBeLessThanOrEqual(SEARCH.words)
  expect([...cut.normalize('NFKC')].length).toBeLessThanOrEqual(SEARCH.characters)
  expect(cut).not.toBe('')
  expect(withinSearch(cut)).toBe(cut)
})
