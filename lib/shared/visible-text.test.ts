import { describe, expect, test } from 'vitest'
import { hasBrokenCharacter, isVisible } from './visible-text.js'

describe('a text shows something', () => {
  test.each([
    'A koala waves.',
    '考',
    '한글',
    '?',
    '7',
    '🐨',
    '👨‍👩‍👧',
    '1️⃣',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'می‌خواهم',
    'क्‍ष',
    'नि',
    'e\u0301',
    '\u200bx\u200b',
    '\ue000 logo',
    '\ufffd?',
    '℃',
  ])('%s', (text) => expect(isVisible(text)).toBe(true))
})

describe('a text shows nothing', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \t\n\u00a0\u2003\u3000\u1680'],
    ['line and paragraph separators', '\u2028\u2029'],
    ['zero-width characters', '\u200b\u200c\u200d\u2060\ufeff'],
    ['direction marks', '\u200e\u200f\u061c\u202a\u202e\u2066\u2069'],
    ['soft hyphens', '\u00ad'],
    ['Hangul fillers', '\u115f\u1160\u3164\uffa0'],
    ['blank Braille patterns', '\u2800 \u2800'],
    ['an empty notehead', '\u{1d159}'],
    ['blank hieroglyphs', '\u{13441}\u{13442}'],
    ['Khmer inherent vowels', '\u17b4\u17b5'],
    ['Mongolian separators', '\u180b\u180e'],
    ['controls', '\0\x07\x1b\x7f\u0085\u009b'],
    ['variation selectors', '\ufe0f\ufe0e\u{e0100}'],
    ['tag characters', '\u{e0001}\u{e0041}\u{e007f}'],
    ['marks alone', '\u0301\u0308'],
    ['marks on spaces', ' \u0301'],
    ['enclosing marks', '\u20dd\u20e3'],
    ['musical controls', '\u{1d173}\u{1d17a}'],
    ['private use', '\ue000\uf8ff\u{f0000}\u{10fffd}'],
    ['unassigned characters', '\u0378\u{e0fff}'],
    ['no characters', '\ufdd0\uffff\u{1fffe}'],
    ['halves of characters', '\ud83d'],
    ['signs of loss', '\ufffd\ufffc'],
  ])('%s', (_, text) => {
    expect(isVisible(text)).toBe(false)
    for (const character of text)
      expect(isVisible(character), character.codePointAt(0)?.toString(16)).toBe(false)
  })
})

test.each([
  ['\ud83d', true],
  ['a\udc28b', true],
  ['\udc28\ud83d', true],
  ['🐨', false],
  ['\ufffd', false],
  ['', false],
])('%j contains half of a surrogate pair: %s', (text, broken) =>
  expect(hasBrokenCharacter(text)).toBe(broken),
)
