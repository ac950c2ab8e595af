import { setTimeout as pause } from 'node:timers/promises'
import { ulid } from 'ulid'
import { config } from '@/lib/server/config.js'
import { type Claimed, queue } from '@/lib/server/db'
import { log } from '@/lib/server/log'
import { toldAsFull } from '@/lib/server/room'
import type { Status } from '@/lib/shared/generation'
import { type Clock, UNWATCHED } from './clock'
import { LEASE_MS } from './timing'

/** One kind of work that falls due, and how much of it is done at once. */
export type Lane = { statuses: Status[]; seats: number; work: (held: Claimed) => Promise<void> }

const REST_MS = 500

/** Does what falls due until told to stop; then ends what it has begun, and takes no more. */
export async function runLane(lane: Lane, stop: AbortSignal, clock: Clock): Promise<void> {
  const busy = new Set<Promise<void>>()
  while (!stop.aborted) {
    for (const held of await take(lane, lane.seats - busy.size, clock)) {
      const done = attempt(lane, held).finally(() => busy.delete(done))
      busy.add(done)
    }
    await (busy.size === lane.seats ? Promise.race(busy) : rest(stop))
  }
  await Promise.all(busy)
}

/** Does once what is due now. */
export async function runOnce(lane: Lane): Promise<void> {
  await Promise.all((await take(lane, lane.seats, UNWATCHED)).map((held) => attempt(lane, held)))
}

async function take(lane: Lane, limit: number, clock: Clock): Promise<Claimed[]> {
  try {
    return await queue.claim(lane.statuses, limit, ulid(), LEASE_MS, clock.steadyFor(LEASE_MS))
  } catch (error) {
    if (!toldAsFull(error)) log().error({ err: error }, 'reading due generations failed')
    return []
  }
}

/** Work that fails in an unforeseen way is left as it is: its lease runs out, and it is tried again. */
async function attempt({ work }: Lane, held: Claimed): Promise<void> {
  try {
    await work(held)
  } catch (error) {
    if (toldAsFull(error)) return
    log().error({ err: error, generation: held.id, status: held.status }, 'working on a generation failed')
  }
}

const rest = (stop: AbortSignal): Promise<void> => {
  const ms = Math.min(REST_MS, config().POLL_INTERVAL_MS)
  return pause(ms, undefined, { signal: stop }).catch(() => {}) // told to stop: that is the end of the rest
}
