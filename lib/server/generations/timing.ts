import { config } from '@/lib/server/config.js'
import type { Settings } from '@/lib/shared/models'

/** Growth factor per wait, and the longest wait as a multiple of the first. */
type Backoff = { growth: number; times: number }

/** Normal polling: at most 30 s apart, by default. */
const CADENCE: Backoff = { growth: 1.3, times: 3 }
/** Passing faults: up to 5 min, by default. */
export const BACKOFF: Backoff = { growth: 1.3, times: 30 }
/** A connection that is too slow: up to 30 min, by default. */
export const SLOW: Backoff = { growth: 2, times: 180 }
/** Downloads that fail after costing traffic: up to 6 h, by default. */
export const VAIN: Backoff = { growth: 2, times: 2_160 }

/** Upper bound in ms on every wait, whatever POLL_INTERVAL_MS, apart from the jitter of `dueIn`. */
const LONGEST_MS = 21_600_000
const JITTER = 0.2
const SLACK_MS = 60_000

/** ms without a heartbeat after which the holder of a lease is presumed dead. */
export const LEASE_MS = 60_000
/** Interval in ms at which long work renews its lease. */
export const HEARTBEAT_MS = 15_000

const longestWait = (first: number, { times }: Backoff): number =>
  Math.max(first * CADENCE.times, Math.min(first * times, LONGEST_MS))

/** The next wait in ms, growing up to a bound. Pass 0 for the first. */
export function nextWait(wait: number, first = config().POLL_INTERVAL_MS, backoff = CADENCE): number {
  if (wait === 0) return first
  return Math.min(Math.round(wait * backoff.growth), longestWait(first, backoff))
}

/** Due time after a wait in ms, with ±20 % jitter so that work that began together spreads out. */
export function dueIn(wait: number, random = Math.random): string {
  return new Date(Date.now() + wait * (1 - JITTER + 2 * JITTER * random())).toISOString()
}

const DEFAULT_EXPIRY = 172_800 // seconds; the model's own default

/** When the provider gives up a task that was sent at this time, in ms since 1970; ISO 8601. */
export const expiryOf = (settings: Partial<Settings>, sentAt = Date.now()): string =>
  new Date(sentAt + (settings.executionExpiresAfter ?? DEFAULT_EXPIRY) * 1_000).toISOString()

/** The change that schedules a generation's next poll. */
export function postponed(wait: number, backoff = CADENCE): { wait: number; due_at: string } {
  const next = nextWait(wait, config().POLL_INTERVAL_MS, backoff)
  return { wait: next, due_at: dueIn(next) }
}

/** The farthest ahead, in ms, that work with this backoff can be due. Anything later was scheduled by a wrong clock. */
export const farthest = (backoff: Backoff): number =>
  longestWait(config().POLL_INTERVAL_MS, backoff) * (1 + JITTER) + SLACK_MS
