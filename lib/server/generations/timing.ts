import { config } from '@/lib/server/config'

const GROWTH = 1.3
const LONGEST = 3 // times the first wait
const JITTER = 0.2

/** ms without a sign of life after which whoever held a piece of work is taken for dead. */
export const LEASE_MS = 60_000
/** How often a long piece of work says that it is alive. */
export const HEARTBEAT_MS = 15_000

/** The wait after this one, in ms: growing, up to a bound. Pass 0 for the first. */
export function nextWait(wait: number, first = config().POLL_INTERVAL_MS): number {
  return wait === 0 ? first : Math.min(Math.round(wait * GROWTH), first * LONGEST)
}

/** When that wait ends, ±20 %, so that what began together does not stay together. */
export function dueIn(wait: number, random = Math.random): string {
  return new Date(Date.now() + wait * (1 - JITTER + 2 * JITTER * random())).toISOString()
}

/** The change that puts a generation off to its next look. */
export const postponed = (wait: number) => ({ wait: nextWait(wait), due_at: dueIn(nextWait(wait)) })
