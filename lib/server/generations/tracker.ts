import { setTimeout as pause } from 'node:timers/promises'
import { config } from '@/lib/server/config'
import { log } from '@/lib/server/log'
import { queue } from '@/lib/server/store'
import { deletePending } from './delete-pending'
import { type Lane, runLane, runOnce } from './lane'
import { look } from './look'
import { save } from './save'
import { sweep } from './sweep'

const LANES: Lane[] = [
  { statuses: ['pending', 'processing', 'uploading'], seats: 512, work: look },
  { statuses: ['saving'], seats: 4, work: save },
]
const CHORES: { everyMs: number; work: () => Promise<void> }[] = [
  { everyMs: 5_000, work: giveUpSending },
  { everyMs: 5_000, work: deletePending },
  { everyMs: 3_600_000, work: sweep },
]

const LOST = {
  status: 'unknown',
  failure_code: 'provider_unclear',
  failure_message:
    'The studio stopped while it was sending. The task may have been created and billed: look it up at the provider before sending it again.',
} as const

// Routes and instrumentation are bundled apart but run in one process, which has one tracker.
const shared: typeof globalThis & { promptreelTracker?: Tracker | undefined } = globalThis

type Tracker = { stop: () => Promise<void> }

/**
 * Follows all generations by itself, whoever watches. What it needs to know is in the store, so that a restart goes
 * on where the last run was.
 */
async function start(): Promise<Tracker> {
  await queue.forgetLeases()
  await giveUpSending()
  await queue.spreadOverdue(config().POLL_INTERVAL_MS)
  const end = new AbortController()
  const running = [
    ...LANES.map((lane) => runLane(lane, end.signal)),
    ...CHORES.map(({ everyMs, work }) => repeat(everyMs, work, end.signal)),
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

/** Where no process lives long enough to follow by itself, a look happens when someone opens the page. */
async function glance(): Promise<void> {
  if (shared.promptreelTracker) return
  await giveUpSending()
  for (const lane of LANES) await runOnce(lane)
}

async function giveUpSending(): Promise<void> {
  const lost = await queue.giveUpSending(LOST)
  for (const generation of lost)
    log().warn({ generation }, 'the answer of a create was lost with its process')
}

async function repeat(everyMs: number, work: () => Promise<void>, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await work().catch((error: unknown) => log().error({ err: error, chore: work.name }, 'a chore failed'))
    await pause(everyMs, undefined, { signal: stop }).catch(() => {}) // told to stop: that is the end of the pause
  }
}

/** Follows generations: by itself, or where nothing lives long enough, when asked. */
export const tracker = { start, glance }
