import { config } from '@/lib/server/config.js'

/** How waits grow, and up to how many times the first one. */
type Backoff = { growth: number; times: number }

/** While all is well: a look every half minute at the longest, by default. */
const CADENCE: Backoff = { growth: 1.3, times: 3 }
/** While something is in the way that passes by itself: five minutes, by default. */
export const BACKOFF: Backoff = { growth: 1.3, times: 30 }
/** For a line that hardly moves: half an hour, by default. */
export const SLOW: Backoff = { growth: 2, times: 180 }
/** For what is fetched in vain and at a cost: six hours, by default. */
export const VAIN: Backoff = { growth: 2, times: 2_160 }

/** ms. However POLL_INTERVAL_MS is set, nothing that is followed waits longer, but for the spread of `dueIn`. */
const LONGEST_MS = 21_600_000
const JITTER = 0.2
const SLACK_MS = 60_000

/** ms without a sign of life after which whoever held a piece of work is taken for dead. */
export const LEASE_MS = 60_000
/** How often a long piece of work says that it is alive. */
export const HEARTBEAT_MS = 15_000

const longestWait = (first: number, { times }: Backoff): number =>
  Math.max(first * CADENCE.times, Math.min(first * times, LONGEST_MS))

/** The wait after this one, in ms: growing, up to a bound. Pass 0 for the first. */
export function nextWait(wait: number, first = config().POLL_INTERVAL_MS, backoff = CADENCE): number {
  if (wait === 0) return first
  return Math.min(Math.round(wait * backoff.growth), longestWait(first, backoff))
}

/** When that wait ends, ±20 %, so that what began together does not stay together. */
export function dueIn(wait: number, random = Math.random): string {
  return new Date(Date.now() + wait * (1 - JITTER + 2 * JITTER * random())).toISOString()
}

/** The change that puts a generation off to its next look. */
export function postponed(wait: number, backoff = CADENCE): { wait: number; due_at: string } {
  const next = nextWait(wait, config().POLL_INTERVAL_MS, backoff)
  return { wait: next, due_at: dueIn(next) }
}

/** ms ahead at which work of a kind can lie at the farthest. What lies farther was put there by another clock. */
export const farthest = (backoff: Backoff): number =>
  longestWait(config().POLL_INTERVAL_MS, backoff) * (1 + JITTER) + SLACK_MS
