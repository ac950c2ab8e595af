import { expect, test } from 'vitest'
import { readCount, variationKey, variationSeed } from './variations'

test.each([
  ['1', 1],
  ['8', 8],
  ['0', null],
  ['9', null],
  ['10', null],
  ['01', null],
  ['1.5', null],
  ['-1', null],
  ['', null],
  ['two', null],
])('“%s” variations are %o', (text, count) => {
  expect(readCount(text)).toBe(count)
})

test.each([
  [7, 0, 7],
  [7, 3, 10],
  [4_294_967_295, 1, 0],
  [4_294_967_294, 3, 1],
  [-1, 3, -1],
  [null, 3, null],
])('seed %o counted up by %i is %o', (seed, index, counted) => {
  expect(variationSeed(seed, index)).toBe(counted)
})

test('the keys of variations count from one', () => {
  expect([0, 7].map((index) => variationKey('k', index))).toEqual(['k#1', 'k#8'])
})
