import { afterEach, expect, test, vi } from 'vitest'
import { dueIn, nextWait } from './timing'

const FIRST_MS = 10_000
const HALF_AN_HOUR_MS = 1_800_000

/** A seeded random generator of numbers from 0 to 1 (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

afterEach(() => {
  vi.useRealTimers()
})

test('a task that takes half an hour is polled 70 times at most', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  for (let seed = 1; seed <= 100; seed++) {
    const random = seeded(seed)
    vi.setSystemTime(0)
    let polls = 0
    for (let wait = nextWait(0, FIRST_MS); Date.now() < HALF_AN_HOUR_MS; wait = nextWait(wait, FIRST_MS)) {
      vi.setSystemTime(Date.parse(dueIn(wait, random)))
      polls++
    }
    expect(polls).toBeLessThanOrEqual(70)
    expect(polls).toBeGreaterThan(50)
  }
})
