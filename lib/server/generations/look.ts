import { log } from '@/lib/server/log'
import { readTask, type Task } from '@/lib/server/provider'
import { type Claimed, type Due, queue } from '@/lib/server/store'
import { deadlineOf, GRACE_MS } from './deadline'
import { whileAlive } from './heartbeat'
import { postponed } from './timing'

type Change = Parameters<typeof queue.release>[2]

/** How long a task must stay unknown to the provider before it is believed to be gone: a new one may be, for a moment. */
const MISSING_MS = 300_000

/** Looks at a task once and writes down what was seen. Failing to look is not failing: then nothing changes. */
export async function look(generation: Claimed): Promise<void> {
  const change = await whileAlive(generation, () => see(generation))
  await queue.release(generation.id, generation.lease, change)
}

async function see(generation: Claimed): Promise<Change> {
  if (generation.taskid === null) return { due_at: null }
  try {
    const task = await readTask(generation.taskid)
    return task ? changeFor(generation, task) : missing(generation)
  } catch (error) {
    log().warn({ err: error, generation: generation.id }, 'could not look at a task')
    return late(generation, GRACE_MS) ?? later(generation)
  }
}

function changeFor(generation: Due, task: Task): Change {
  const known = { missing_since: null }
  switch (task.status) {
    case 'completed':
      return {
        ...known,
        status: 'saving',
        results: JSON.stringify(task.urls),
        finished_at: generation.finished_at ?? new Date().toISOString(),
        wait: 0,
        due_at: new Date().toISOString(),
      }
    case 'failed':
      return { ...known, ...givenUp(task) }
    case 'unrecognised':
      return late(generation) ?? later(generation, known)
    default:
      return late(generation) ?? later(generation, { ...known, status: task.status })
  }
}

/** Nothing has ended: look again after a longer wait. */
const later = ({ status, missing_since, wait }: Due, seen: Change = {}): Change => ({
  status,
  missing_since,
  ...seen,
  ...postponed(wait),
})

/** Not found counts only when it was confirmed over several minutes. */
export function missing(generation: Due): Change {
  const since = generation.missing_since ?? new Date().toISOString()
  if (Date.now() - Date.parse(since) < MISSING_MS) {
    return later(generation, { missing_since: since })
  }
  return ended('task_gone', 'The provider no longer knows this task.')
}

/** The end of a task whose own time is up, and `grace` ms more, or undefined while it is not. */
function late(generation: Due, grace = 0): Change | undefined {
  if (Date.now() < deadlineOf(generation) + grace) return undefined
  return ended('task_expired', 'The task did not finish within its own time at the provider.')
}

export const givenUp = ({ message }: Task) =>
  ended('generation_failed', message || 'The provider gave no reason.')

export const ended = (code: string, message: string) => ({
  status: 'failed' as const,
  failure_code: code,
  failure_message: message,
  due_at: null,
})
