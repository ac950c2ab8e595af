import { afterEach, expect, test, vi } from 'vitest'
import { dueIn, nextWait, postponed } from './timing'

const FIRST = 10_000 // ms, the default of POLL_INTERVAL_MS

afterEach(() => {
  vi.useRealTimers()
})

test('waits grow by 1.3 up to three times the first', () => {
  const waits = [0]
  while (waits.length < 9) waits.push(nextWait(waits.at(-1) ?? 0, FIRST))
  expect(waits.slice(1)).toEqual([10_000, 13_000, 16_900, 21_970, 28_561, 30_000, 30_000, 30_000])
})

test.each([
  [0, 8_000],
  [0.25, 9_000],
  [0.5, 10_000],
  [1, 12_000],
])('a random number of %d turns a wait of 10 s into %d ms', (random, ms) => {
  vi.useFakeTimers({ toFake: ['Date'], now: 0 })
  expect(Date.parse(dueIn(10_000, () => random))).toBe(ms)
})

test('postponed generations fall due within ±20 % of their wait, and not all at once', () => {
  Object.assign(process.env, { TENSORSLAB_API_KEY: 'k', POLL_INTERVAL_MS: '1000' })
  vi.useFakeTimers({ toFake: ['Date'], now: 0 })
  const put = Array.from({ length: 200 }, () => postponed(1_000))
  expect(new Set(put.map(({ wait }) => wait))).toEqual(new Set([1_300]))
  const times = put.map(({ due_at }) => Date.parse(due_at))
  expect(Math.min(...times)).toBeGreaterThanOrEqual(1_040)
  expect(Math.max(...times)).toBeLessThanOrEqual(1_560)
  expect(new Set(times).size).toBeGreaterThan(50)
})
