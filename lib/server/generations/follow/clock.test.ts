import { afterEach, expect, test, vi } from 'vitest'
import { watchClock } from './clock'
import { elapsedMs, sinceAsCounted } from './since'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

afterEach(() => {
  vi.useRealTimers()
})

test.each([3 * DAY, -DAY, HOUR, -10_000])(
  'a clock set by %d ms is not steady until the asked-for time has passed',
  (ms) => {
    let [wall, steady] = [0, 0]
    const clock = watchClock(
      () => wall,
      () => steady,
    )
    const pass = (passed: number) => {
      wall += passed
      steady += passed
    }
    pass(DAY)
    expect(clock.steadyFor(MINUTE)).toBe(true)
    wall += ms
    expect(clock.steadyFor(MINUTE)).toBe(false)
    pass(MINUTE - 1)
    expect(clock.steadyFor(MINUTE)).toBe(false)
    pass(2)
    expect(clock.steadyFor(MINUTE)).toBe(true)
  },
)

test('ordinary clock drift counts as steady', () => {
  let [wall, steady] = [0, 0]
  const clock = watchClock(
    () => wall,
    () => steady,
  )
  for (let second = 0; second < 10_000; second++) {
    wall += 1_001
    steady += 1_000
    expect(clock.steadyFor(MINUTE)).toBe(true)
  }
})

test.each([
  ['checks follow each other', [HOUR / 2, HOUR / 2, HOUR], 2 * HOUR],
  ['the server was off for a week', [HOUR, 7 * DAY, HOUR], 3 * HOUR],
  ['the clock jumped three days ahead', [HOUR / 2, 3 * DAY], 1.5 * HOUR],
  ['the clock jumped a day back', [HOUR, -DAY, HOUR], 2 * HOUR],
  ['the clock jumped ahead and back', [HOUR, 3 * DAY, -3 * DAY, HOUR], 3 * HOUR],
])('a condition ages by the time between checks, up to a maximum: %s', (_, gaps, counted) => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 1) })
  let since = sinceAsCounted(null, 'no check yet', HOUR)
  for (const gap of gaps) {
    const checkedAt = new Date().toISOString()
    vi.setSystemTime(Date.now() + gap)
    since = sinceAsCounted(since, checkedAt, HOUR)
  }
  expect(elapsedMs(since)).toBe(counted)
})
