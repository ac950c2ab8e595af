import { expect, test } from 'vitest'
import { variationKey, variationSeed } from './variations'

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
