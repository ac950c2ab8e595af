import { ulid } from 'ulid'
import { expect, test } from 'vitest'
import { positionOf } from './sqlite-dialect'

test('places sort as ids do', () => {
  const times = [1, 2, 1_700_000_000_000, 1_700_000_000_001, 4_000_000_000_000]
  const positions = times.map((time) => positionOf(ulid(time)) ?? -1n)
  expect(positions).toEqual(positions.toSorted((a, b) => (a < b ? -1 : 1)))
  expect(new Set(positions).size).toBe(times.length)
})

test('those of this century fit into what SQLite can count to', () => {
  expect(positionOf(ulid(Date.UTC(2099, 11, 31)))).toBeLessThan(2n ** 63n)
})

test('what is no id has none', () => {
  for (const text of ['', 'no id', '0'.repeat(25), 'z'.repeat(26)]) expect(positionOf(text)).toBeUndefined()
})
