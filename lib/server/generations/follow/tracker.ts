import { setTimeout as pause } from 'node:timers/promises'
import { config } from '@/lib/server/config.js'
import { type Claimed, dueWork, queue, type Slots } from '@/lib/server/db'
import { sendQueued } from '@/lib/server/generations/create/send'
import { sweep } from '@/lib/server/generations/files/sweep'
import { LEASE_MS } from '@/lib/server/generations/timing'
import { log } from '@/lib/server/log'
import { readAtOnce } from '@/lib/server/quota'
import { isKnownAsFull } from '@/lib/server/room'
import type { Status } from '@/lib/shared/generation'
import { type Clock, watchClock } from './clock'
import { deletePending } from './delete-pending'
import { mendTimes } from './mend-times'
import { poll } from './poll'
import { save } from './save'
import { createWorker, type Worker } from './worker'

/** Work on generations that are due in one of these statuses. */
const dueIn = (statuses: Status[], concurrency: number, work: (held: Claimed) => Promise<void>): Worker =>
  createWorker({
    concurrency,
    claim: (limit, lease, takeOver) => dueWork.claim(statuses, limit, lease, LEASE_MS, takeOver),
    work,
  })

const WORKERS: Worker[] = [
  createWorker({
    concurrency: 16,
    claim: (limit, lease, takeOver) => queue.claim(limit, lease, LEASE_MS, readSlots, takeOver),
    work: sendQueued,
  }),
  dueIn(['pending', 'processing', 'uploading'], 512, poll),
  dueIn(['saving'], 8, save),
]

/** How many may be with the provider: by the plan of the account, and by each person's limit. */
async function readSlots(): Promise<Slots> {
  return { parallel: config().TENSORSLAB_PARALLEL_TASKS ?? null, of: await readAtOnce() }
}

const DAY_MS = 86_400_000

/** Periodic tasks. One with `steadyMs` is skipped when the clock was set within that time: timestamps mean nothing then. */
const PERIODIC_TASKS: { everyMs: number; steadyMs?: number; work: () => Promise<void> }[] = [
  { everyMs: 5_000, steadyMs: LEASE_MS, work: giveUpSending },
  { everyMs: 5_000, work: deletePending },
  { everyMs: 60_000, work: mendTimes },
  { everyMs: 3_600_000, steadyMs: DAY_MS, work: sweep },
]

const LOST = {
  status: 'unknown',
  failure_code: 'provider_unclear',
  failure_message:
    'The server stopped while sending this. The task may have been created and billed: check the provider’s console before you send it again.',
} as const

// Routes and instrumentation are bundled apart but run in one process, which has one tracker.
const shared: typeof globalThis & { promptreelTracker?: Tracker | undefined } = globalThis

type Tracker = { stop: () => Promise<void> }

/**
 * Starts following all generations, whether or not anyone watches. All state is in the database, so a restart continues where
 * the last run stopped.
 */
async function start(): Promise<Tracker> {
  await dueWork.forgetLeases()
  await mendTimes()
  await giveUpSending()
  await dueWork.spreadOverdue(config().POLL_INTERVAL_MS)
  const end = new AbortController()
  const clock = watchClock()
  const running = [
    ...WORKERS.map((worker) => worker.run(end.signal, clock)),
    ...PERIODIC_TASKS.map((periodicTask) => repeat(periodicTask, end.signal, clock)),
  ]
  shared.promptreelTracker = {
    async stop() {
      end.abort()
      await Promise.all(running)
      shared.promptreelTracker = undefined
    },
  }
  return shared.promptreelTracker
}

/** For serverless hosts, where no process lives long enough to poll by itself: polls what is due when someone opens the page. */
async function pollOnce(): Promise<void> {
  if (shared.promptreelTracker) return
  await mendTimes()
  await giveUpSending()
  for (const worker of WORKERS) await worker.once()
}

async function giveUpSending(): Promise<void> {
  const lost = await dueWork.giveUpSending(LOST)
  for (const generation of lost)
    log().warn({ generation }, 'a process died before saving the answer to a create request')
}

async function repeat(
  { everyMs, steadyMs = 0, work }: (typeof PERIODIC_TASKS)[number],
  stop: AbortSignal,
  clock: Clock,
) {
  while (!stop.aborted) {
    if (clock.steadyFor(steadyMs))
      await work().catch((error: unknown) => {
        if (!isKnownAsFull(error))
          log().error({ err: error, periodicTask: work.name }, 'a periodic task failed')
      })
    await pause(everyMs, undefined, { signal: stop }).catch(() => {}) // aborted: stop waiting
  }
}

export const tracker = { start, pollOnce }
