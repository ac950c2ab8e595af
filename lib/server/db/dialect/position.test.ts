import { ulid } from 'ulid'
import { expect, test } from 'vitest'
import { positionOf } from './sqlite-dialect'

test('positions sort like ids', () => {
  const times = [1, 2, 1_700_000_000_000, 1_700_000_000_001, 4_000_000_000_000]
  const positions = times.map((time) => positionOf(ulid(time)) ?? -1n)
  expect(positions).toEqual(positions.toSorted((a, b) => (a < b ? -1 : 1)))
  expect(new Set(positions).size).toBe(times.length)
})

test('positions of this century fit SQLite’s 64-bit integers', () => {
  expect(positionOf(ulid(Date.UTC(2099, 11, 31)))).toBeLessThan(2n ** 63n)
})

test('an invalid id has no position', () => {
  for (const text of ['', 'no id', '0'.repeat(25), 'z'.repeat(26)]) expect(positionOf(text)).toBeUndefined()
})
