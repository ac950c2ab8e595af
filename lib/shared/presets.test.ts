import { expect, test } from 'vitest'
import { blanksIn, fillBlanks } from './presets'

test.each([
  ['A {product} on a table, {product} in focus, {mood} light.', ['product', 'mood']],
  ['{产品}放在桌上，｛场景｝。', ['产品', '场景']],
  ['{ brand name } turns.', ['brand name']],
  ['No blanks. {} { } {"a": 1} {a\nb} {-}', []],
  [`{${'x'.repeat(40)}} {${'y'.repeat(41)}}`, ['x'.repeat(40)]],
])('the blanks of “%s” are %o', (prompt, blanks) => {
  expect(blanksIn(prompt)).toEqual(blanks)
})

test('every occurrence is filled in, and what has no value stays', () => {
  const values = new Map([
    ['product', ' red kettle '],
    ['mood', ''],
  ])
  expect(fillBlanks('A {product}; the {product} in {mood} light, {place}.', values)).toBe(
    'A red kettle; the red kettle in {mood} light, {place}.',
  )
})

test('what is filled in is taken as it is, also where it looks like a blank or a pattern', () => {
  expect(
    fillBlanks(
      '{a} {b}',
      new Map([
        ['a', '{b} $& $1'],
        ['b', 'c'],
      ]),
    ),
  ).toBe('{b} $& $1 c')
})
