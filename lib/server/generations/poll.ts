import { type Claimed, type Due, queue } from '@/lib/server/db'
import { log } from '@/lib/server/log'
import { readTask, type Task } from '@/lib/server/provider'
import { deadlineOf } from './deadline'
import { withHeartbeat } from './heartbeat'
import { lasting, sinceAsCounted } from './since'
import { BACKOFF, postponed } from './timing'

export type Change = Parameters<typeof queue.release>[2]

/** How long a task must stay unknown to the provider to be believed gone, and what counts of the time between looks. */
const NEVER_SEEN = { ms: 300_000, counts: 120_000 }
const SEEN = { ms: 3 * 86_400_000, counts: 3_600_000 }
/** As many others missing at the same time say more about the provider than about any of them. */
const MANY_OTHERS = 2

/** How long nothing may be seen of a task, past its own time, before it is given up; a studio that was off counts an hour. */
const UNSEEN = { ms: 7 * 86_400_000, counts: 3_600_000 }

/** Looks at a task once and writes down what was seen. Failing to look is not failing: then nothing changes. */
export async function poll(generation: Claimed): Promise<void> {
  const change = await withHeartbeat(generation, () => see(generation))
  await queue.release(generation.id, generation.lease, change)
}

async function see(generation: Claimed): Promise<Change> {
  if (generation.taskid === null) return { due_at: null }
  try {
    const task = await readTask(generation.taskid)
    return task ? changeFor(generation, task) : await missing(generation)
  } catch (error) {
    log().warn({ err: error, generation: generation.id }, 'polling a task failed')
    return unseen(generation)
  }
}

/** What the provider says it is making goes on, however long it takes and whatever our clock says. */
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
        finished_at: generation.finished_at ?? now,
        wait: 0,
        due_at: now,
      }
    case 'failed':
      return { ...known, ...givenUp(task) }
    case 'unrecognised':
      return unseen(generation, known)
    default:
      return { ...later(generation), ...known, trouble_since: null, status: task.status }
  }
}

/** Nothing has ended: look again, after a longer wait. */
const later = (generation: Due, ...backoff: [typeof BACKOFF] | []) => ({
  status: generation.status,
  missing_since: generation.missing_since,
  seen_at: generation.seen_at,
  trouble_since: generation.trouble_since,
  ...postponed(generation.wait, ...backoff),
})

/** The provider itself says that it has no such task, which counts when it says so for long. */
async function missing(generation: Due): Promise<Change> {
  const enough = generation.seen_at === null ? NEVER_SEEN : SEEN
  const since = sinceAsCounted(generation.missing_since, generation.updated_at, enough.counts)
  const believed = lasting(since) >= enough.ms && (enough === SEEN || (await isOnlyOneMissing(generation)))
  if (believed || lasting(since) >= SEEN.ms)
    return ended('task_gone', 'The provider no longer knows this task.')
  return { ...later(generation, BACKOFF), missing_since: since, trouble_since: null }
}

const isOnlyOneMissing = async ({ id }: Due): Promise<boolean> => (await queue.countMissing(id)) < MANY_OTHERS

/** Nothing that can be understood was seen: the task ends only when that has lasted, and its own time is long up. */
function unseen(generation: Due, known: Change = {}): Change {
  const since = sinceAsCounted(generation.trouble_since, generation.updated_at, UNSEEN.counts)
  if (lasting(since) >= UNSEEN.ms && Date.now() >= deadlineOf(generation)) {
    return ended('task_expired', 'The provider said nothing about this task for a week after it expired.')
  }
  return { ...later(generation, BACKOFF), ...known, trouble_since: since }
}

export const givenUp = ({ message }: Task) =>
  ended('generation_failed', message || 'The provider gave no reason.')

export const ended = (code: string, message: string) => ({
  status: 'failed' as const,
  failure_code: code,
  failure_message: message,
  due_at: null,
})
