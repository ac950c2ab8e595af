import { expect, test } from 'vitest'
import { SEARCH, withinSearch, wordsOf } from './search'

test('a repeated word counts once, whatever its case or width', () => {
  expect(wordsOf(' Koala  koala ＫＯＡＬＡ tide ')).toEqual(['koala', 'tide'])
})

test('what shows nothing is no search and no word of one', () => {
  for (const text of [' ', '\u200b', '\u3164 \u2800', '\u0301', '\ue000', '\u{e0041}']) {
    expect([wordsOf(text), withinSearch(text)]).toEqual([[], ''])
    expect(wordsOf(`koala ${text}`)).toEqual(['koala'])
  }
})

test.each(['', 'koala', 'The tide  comes in', '考拉 挥手', 'x'.repeat(SEARCH.characters)])(
  'the search %j is within the limits and stays unchanged',
  (text) => expect(withinSearch(text)).toBe(text),
)

test.each([
  'x'.repeat(9_000),
  Array.from({ length: 900 }, (_, n) => `w${n}`).join(' '),
  '\ufdfa'.repeat(400), // one character that NFKC expands to eighteen
  '😀 '.repeat(2) + Array.from({ length: 60 }, (_, n) => String.fromCodePoint(0x4e00 + n)).join(' '),
])('a search over the limits is cut to them: case %#', (text) => {
  const cut = withinSearch(text)
  expect(wordsOf(cut).length).toBeLessThanOrEqual(SEARCH.words)
  expect([...cut.normalize('NFKC')].length).toBeLessThanOrEqual(SEARCH.characters)
  expect(cut).not.toBe('')
  expect(withinSearch(cut)).toBe(cut)
})
