import { type Claimed, type Due, dueWork, queue } from '@/lib/server/db'
import { withHeartbeat } from '@/lib/server/generations/heartbeat'
import { settingsOf } from '@/lib/server/generations/read/stored-settings'
import { BACKOFF, expiryOf, postponed } from '@/lib/server/generations/timing'
import { log } from '@/lib/server/log'
import { readTask, type Task } from '@/lib/server/provider'
import { elapsedMs, sinceAsCounted } from './since'

export type Change = Parameters<typeof dueWork.release>[2]

/** How long the provider must report a task as missing before we believe it, and how much of that the time between two polls counts for at most; ms. */
const NEVER_SEEN = { ms: 300_000, maxCounted: 120_000 }
const SEEN = { ms: 3 * 86_400_000, maxCounted: 3_600_000 }
/** When this many others are missing at the same time, the provider is at fault rather than the tasks. */
const MANY_OTHERS = 2

/** How long past its expiry a task may go without a readable answer before it is given up; downtime counts as an hour at most. */
const UNSEEN = { ms: 7 * 86_400_000, maxCounted: 3_600_000 }

/** Polls a task once and stores the result. A failed poll is not a failed task: its state stays. */
export async function poll(generation: Claimed): Promise<void> {
  const change = await withHeartbeat(generation, () => pollTask(generation))
  await dueWork.release(generation.id, generation.lease, change)
  if (change.status === 'saving' || change.status === 'failed') await queue.slotFreed()
}

async function pollTask(generation: Claimed): Promise<Change> {
  if (generation.taskid === null) return { due_at: null }
  try {
    const task = await readTask(generation.taskid)
    return task ? changeFor(generation, task) : await missing(generation)
  } catch (error) {
    log().warn({ err: error, generation: generation.id }, 'polling a task failed')
    return unseen(generation)
  }
}

/** A task that the provider reports as running goes on, however long it takes and whatever our clock says. */
function changeFor(generation: Due, task: Task): Change {
  const now = new Date().toISOString()
  const known = { missing_since: null, seen_at: now }
  switch (task.status) {
    case 'completed':
      return {
        ...known,
        trouble_since: null,
        status: 'saving',
        results: JSON.stringify(task.urls),
        seed: seedOf(generation, task),
        finished_at: generation.finished_at ?? now,
        wait: 0,
        due_at: now,
      }
    case 'failed':
      return { ...known, ...givenUp(task) }
    case 'unrecognised':
      return unseen(generation, known)
    default:
      return { ...pollLater(generation), ...known, trouble_since: null, status: task.status }
  }
}

/** The reported seed. A 0 that wasn't asked for is what a field reads as that the provider never filled. */
const seedOf = (generation: Due, { seed }: Task): number | null =>
  seed === 0 && settingsOf(generation)?.seed !== 0 ? null : seed

/** Nothing has changed: poll again after a longer wait. */
const pollLater = (generation: Due, backoff?: typeof BACKOFF) => ({
  status: generation.status,
  missing_since: generation.missing_since,
  seen_at: generation.seen_at,
  trouble_since: generation.trouble_since,
  ...postponed(generation.wait, backoff),
})

/** The provider says it has no such task, which is believed only after it has said so for long enough. */
async function missing(generation: Due): Promise<Change> {
  const enough = generation.seen_at === null ? NEVER_SEEN : SEEN
  const since = sinceAsCounted(generation.missing_since, generation.updated_at, enough.maxCounted)
  const believed = elapsedMs(since) >= enough.ms && (enough === SEEN || (await isOnlyOneMissing(generation)))
  if (believed || elapsedMs(since) >= SEEN.ms)
    return ended('task_gone', 'The provider no longer knows this task.')
  return { ...pollLater(generation, BACKOFF), missing_since: since, trouble_since: null }
}

const isOnlyOneMissing = async ({ id }: Due): Promise<boolean> =>
  (await dueWork.countMissing(id)) < MANY_OTHERS

/** No readable answer: the task fails only when that has lasted and its expiry is long past. */
function unseen(generation: Due, known: Change = {}): Change {
  const since = sinceAsCounted(generation.trouble_since, generation.updated_at, UNSEEN.maxCounted)
  if (elapsedMs(since) >= UNSEEN.ms && Date.now() >= deadlineOf(generation)) {
    return ended('task_expired', 'The provider said nothing about this task for a week after it expired.')
  }
  return { ...pollLater(generation, BACKOFF), ...known, trouble_since: since }
}

const MARGIN_MS = 3_600_000 // clock differences, the provider's queue, our own delayed polls

/** When the task expires at the provider, plus an hour's margin. ms since 1970. */
function deadlineOf(generation: Due): number {
  if (generation.expires_at !== null) return Date.parse(generation.expires_at) + MARGIN_MS
  return Date.parse(expiryOf(settingsOf(generation) ?? {}, Date.parse(generation.created_at))) + MARGIN_MS
}

export const givenUp = ({ message }: Task) =>
  ended('generation_failed', message || 'The provider gave no reason.')

export const ended = (code: string, message: string) => ({
  status: 'failed' as const,
  failure_code: code,
  failure_message: message,
  due_at: null,
})
