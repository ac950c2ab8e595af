import { expect, test } from 'vitest'
import { fitsAt } from './uses'

const NOW = Date.parse('2026-01-01T12:00:00Z')
const ago = (ms: number, amount = 1) => ({ at: new Date(NOW - ms).toISOString(), amount })

test('a use up to the limit fits at once', () => {
  expect(fitsAt([], 1, 1, 1_000, NOW)).toBeNull()
  expect(fitsAt([ago(10), ago(20)], 1, 3, 1_000, NOW)).toBeNull()
})

test('a use at the limit fits when the oldest counted use leaves the window', () => {
  expect(fitsAt([ago(10), ago(600)], 1, 2, 1_000, NOW)).toBe(NOW + 400)
  expect(fitsAt([ago(10), ago(600), ago(900)], 1, 2, 1_000, NOW)).toBe(NOW + 400)
})

test('amounts are added up, newest first', () => {
  expect(fitsAt([ago(100, 40), ago(300, 50), ago(900, 5)], 20, 100, 1_000, NOW)).toBe(NOW + 700)
  expect(fitsAt([ago(100, 40), ago(300, 40)], 20, 100, 1_000, NOW)).toBeNull()
})

test('a use larger than the whole limit waits for the whole window', () => {
  expect(fitsAt([], 101, 100, 1_000, NOW)).toBe(NOW + 1_000)
  expect(fitsAt([], 1, 0, 1_000, NOW)).toBe(NOW + 1_000)
})
