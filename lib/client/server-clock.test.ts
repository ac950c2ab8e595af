import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hearServerTime, serverNow } from './server-clock'

const NOON = Date.parse('2026-11-22T12:00:00Z')
const HOUR_MS = 3_600_000

beforeEach(() => vi.useFakeTimers({ now: NOON }))
afterEach(() => vi.useRealTimers())

test.each([HOUR_MS, -HOUR_MS, 90_000])('a reader’s clock that is wrong by %d ms is made good', (wrongBy) => {
  vi.setSystemTime(NOON + wrongBy)
  hearServerTime(NOON)
  expect(serverNow()).toBe(NOON)
  vi.setSystemTime(NOON + wrongBy + 5_000)
  expect(serverNow()).toBe(NOON + 5_000)
})

test('a clock that is set right while the page is open is noticed with the next answer', () => {
  vi.setSystemTime(NOON + HOUR_MS)
  hearServerTime(NOON)
  vi.setSystemTime(NOON + 3_000)
  hearServerTime(NOON + 3_000)
  expect(serverNow()).toBe(NOON + 3_000)
})

test('the way of an answer, and a date without fractions, move nothing', () => {
  hearServerTime(NOON)
  const before = serverNow()
  hearServerTime(NOON - 1_900)
  hearServerTime(Number.NaN)
  expect(serverNow()).toBe(before)
})
