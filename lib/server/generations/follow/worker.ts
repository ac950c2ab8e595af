import { setTimeout as pause } from 'node:timers/promises'
import { ulid } from 'ulid'
import { config } from '@/lib/server/config.js'
import { type Claimed, dueWork } from '@/lib/server/db'
import { LEASE_MS } from '@/lib/server/generations/timing'
import { log } from '@/lib/server/log'
import { isKnownAsFull } from '@/lib/server/room'
import type { Status } from '@/lib/shared/generation'
import { type Clock, UNWATCHED } from './clock'

/** A kind of due work, and its concurrency. */
export type Worker = { statuses: Status[]; concurrency: number; work: (held: Claimed) => Promise<void> }

const IDLE_MS = 500

/** Processes due generations until stopped; then finishes what it has begun. */
export async function runWorker(worker: Worker, stop: AbortSignal, clock: Clock): Promise<void> {
  const busy = new Set<Promise<void>>()
  while (!stop.aborted) {
    for (const held of await take(worker, worker.concurrency - busy.size, clock)) {
      const done = attempt(worker, held).finally(() => busy.delete(done))
      busy.add(done)
    }
    await (busy.size === worker.concurrency ? Promise.race(busy) : rest(stop))
  }
  await Promise.all(busy)
}

/** Processes what is due now, once. */
export async function runOnce(worker: Worker): Promise<void> {
  await Promise.all((await take(worker, worker.concurrency, UNWATCHED)).map((held) => attempt(worker, held)))
}

async function take(worker: Worker, limit: number, clock: Clock): Promise<Claimed[]> {
  try {
    return await dueWork.claim(worker.statuses, limit, ulid(), LEASE_MS, clock.steadyFor(LEASE_MS))
  } catch (error) {
    if (!isKnownAsFull(error)) log().error({ err: error }, 'reading due generations failed')
    return []
  }
}

/** Runs one piece of work. After an unforeseen failure the lease expires and the work is retried. */
async function attempt({ work }: Worker, held: Claimed): Promise<void> {
  try {
    await work(held)
  } catch (error) {
    if (isKnownAsFull(error)) return
    log().error({ err: error, generation: held.id, status: held.status }, 'working on a generation failed')
  }
}

const rest = (stop: AbortSignal): Promise<void> => {
  const ms = Math.min(IDLE_MS, config().POLL_INTERVAL_MS)
  return pause(ms, undefined, { signal: stop }).catch(() => {}) // aborted: stop waiting
}
