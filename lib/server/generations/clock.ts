import { performance } from 'node:perf_hooks'

/** ms by which the wall clock may differ from the one that only goes forward without having been set. */
const SET_MS = 5_000

/**
 * Watches whether the machine's clock is set while the process runs: a lease that has run out by a clock that was just
 * set forward says nothing of whoever holds it. Each question is a look; ask often.
 */
export function watchClock(wall = () => Date.now(), steady = () => performance.now()) {
  let offset = wall() - steady()
  let setAt = Number.NEGATIVE_INFINITY
  return {
    /** Whether the clock has not been set during the last `ms`, as far as this process has seen. */
    steadyFor(ms: number): boolean {
      const now = wall() - steady()
      if (Math.abs(now - offset) > SET_MS) setAt = steady()
      offset = now
      return steady() - setAt > ms
    },
  }
}

export type Clock = ReturnType<typeof watchClock>

/** Where work is done once and nothing watches, leases are taken at their word. */
export const UNWATCHED: Clock = { steadyFor: () => true }
