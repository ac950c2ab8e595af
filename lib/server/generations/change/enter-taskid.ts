import { canChange, type Refusal, records, type StoredGeneration, tasks } from '@/lib/server/db'
import { invalid } from '@/lib/server/invalid-input'
import { readTask } from '@/lib/server/provider'
import { Problem } from '@/lib/shared/problem'
import type { User } from '@/lib/shared/user'

/**
 * Sets the taskid that a person found at the provider on a generation whose answer was lost, or replaces one entered before,
 * until the generation completes. Asks the provider for the task first. Another person's task gives the same error as one
 * that doesn't exist.
 * @returns undefined when the person has no such generation
 * @throws Problem invalid_input | provider_unreachable: nothing has changed
 */
export async function enterTaskid(
  id: string,
  taskid: string,
  user: User,
): Promise<StoredGeneration | undefined> {
  const found = await records.find(id, user.id)
  if (!found) return undefined
  if (found.status !== 'failed' && found.taskid === taskid) return found
  if (found.status === 'submitting' || !canChange(found)) throw refused('settled')
  const wasDue = await tasks.isDeletionDue(taskid)
  if (!(await isThere(taskid))) throw refused('absent')
  const target = { id, person: user.id, taskid, wasDue }
  const entered = await tasks.enter(target, { due_at: new Date().toISOString(), wait: 0 })
  if (typeof entered !== 'string') return entered
  if (entered === 'gone') return undefined
  throw refused(entered)
}

async function isThere(taskid: string): Promise<boolean> {
  try {
    return (await readTask(taskid)) !== null
  } catch (cause) {
    throw new Problem(
      'provider_unreachable',
      'The provider couldn’t be asked about this task, so nothing was changed. Try again in a moment.',
      { cause },
    )
  }
}

const REASONS = {
  absent: 'task_unknown',
  own: 'task_followed',
  deleting: 'task_deleting',
  settled: 'taskid_settled',
} as const satisfies Record<Exclude<Refusal, 'gone'>, string>

const refused = (refusal: keyof typeof REASONS) => invalid([{ type: REASONS[refusal], field: 'taskid' }])
