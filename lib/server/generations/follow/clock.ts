import { performance } from 'node:perf_hooks'

/** Drift in ms between the wall clock and the monotonic clock beyond which the wall clock must have been set. */
const SET_MS = 5_000

/**
 * Detects that the machine's clock was set while the process runs: a lease that looks expired because the clock was just
 * set forward says nothing about its holder. Drift is only noticed when asked, so ask often.
 */
export function watchClock(wall = () => Date.now(), steady = () => performance.now()) {
  let offset = wall() - steady()
  let setAt = Number.NEGATIVE_INFINITY
  return {
    /** True when no jump of the wall clock was seen during the last `ms`. */
    steadyFor(ms: number): boolean {
      const now = wall() - steady()
      if (Math.abs(now - offset) > SET_MS) setAt = steady()
      offset = now
      return steady() - setAt > ms
    },
  }
}

export type Clock = ReturnType<typeof watchClock>

/** For single runs, where no clock was watched: leases are trusted as they stand. */
export const UNWATCHED: Clock = { steadyFor: () => true }
