import { setTimeout as pause } from 'node:timers/promises'
import { ulid } from 'ulid'
import { config } from '@/lib/server/config.js'
import { LEASE_MS } from '@/lib/server/generations/timing'
import { log } from '@/lib/server/log'
import { isKnownAsFull } from '@/lib/server/room'
import type { Status } from '@/lib/shared/generation'
import { type Clock, UNWATCHED } from './clock'

type Held = { id: string; status: Status }

type Work<H extends Held> = {
  concurrency: number
  /**
   * Claims at most `limit`, under this new lease.
   * @param takeOver whether also what has an expired lease; false while the clock was just set
   */
  claim: (limit: number, lease: string, takeOver: boolean) => Promise<H[]>
  work: (held: H) => Promise<void>
}

/** A kind of background work. */
export type Worker = {
  /** Processes what can be claimed until stopped; then finishes what it has begun. */
  run: (stop: AbortSignal, clock: Clock) => Promise<void>
  /** Processes what can be claimed now, once. */
  once: () => Promise<void>
}

const IDLE_MS = 500

export function createWorker<H extends Held>(kind: Work<H>): Worker {
  return {
    async run(stop, clock) {
      const busy = new Set<Promise<void>>()
      while (!stop.aborted) {
        for (const held of await take(kind, kind.concurrency - busy.size, clock)) {
          const done = attempt(kind, held).finally(() => busy.delete(done))
          busy.add(done)
        }
        await (busy.size === kind.concurrency ? Promise.race(busy) : rest(stop))
      }
      await Promise.all(busy)
    },
    async once() {
      const held = await take(kind, kind.concurrency, UNWATCHED)
      await Promise.all(held.map((one) => attempt(kind, one)))
    },
  }
}

async function take<H extends Held>({ claim }: Work<H>, limit: number, clock: Clock): Promise<H[]> {
  try {
    return await claim(limit, ulid(), clock.steadyFor(LEASE_MS))
  } catch (error) {
    if (!isKnownAsFull(error)) log().error({ err: error }, 'reading due generations failed')
    return []
  }
}

/** Runs one piece of work. After an unforeseen failure the lease expires and the work is retried. */
async function attempt<H extends Held>({ work }: Work<H>, held: H): Promise<void> {
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
