import { expect, test } from 'vitest'
import { readSeed } from './seed'

test.each([
  [0, 0],
  [42, 42],
  [4_294_967_295, 4_294_967_295],
  ['4294967295', 4_294_967_295],
  [4_294_967_296, null],
  [-1, null],
  ['-1', null],
  ['', null],
  [' 7', null],
  [1.5, null],
  [Number.NaN, null],
  [true, null],
  [[7], null],
  [undefined, null],
])('%j is read as the seed %j', (value, seed) => {
  expect(readSeed(value)).toBe(seed)
})
