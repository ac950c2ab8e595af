import { dueWork, isRefused, ownerOf, records, type StoredGeneration, tasks } from '@/lib/server/db'
import type { Status } from '@/lib/shared/generation'

/** The result of a paid create request. */
export type Outcome = {
  /** `queued`: surely nothing was created, and it is to be sent later. */
  status: 'pending' | 'queued' | 'rejected' | 'unknown'
  taskid?: string
  failure_code?: string
  failure_message?: string
  wait?: number
  due_at?: string
}

/** `lease` identifies the attempt: one that was sent again meanwhile has another. */
export type Sent = Pick<StoredGeneration, 'id' | 'person' | 'lease'>

/** The outcome is obsolete: the generation was deleted, or a person has resolved it differently. */
class SettledOtherwise extends Error {
  override name = 'SettledOtherwise'
}

/** The provider answered with the taskid of another generation. */
export class TaskTaken extends Error {
  override name = 'TaskTaken'
}

export const TAKEN = {
  status: 'unknown',
  failure_code: 'provider_unclear',
  failure_message:
    'The provider returned a task ID that belongs to another video here. A task may have been created and billed: check the provider’s console before you send it again.',
} as const satisfies Outcome

/** As before it was sent: it takes no slot at the provider. */
const UNSENT = { sent_at: null, expires_at: null }
export const NOTHING = { failure_code: null, failure_message: null, lease: null, lease_until: null }

/** Of a submission that was written down by a call that failed. */
export const NOT_SENT: Outcome = {
  status: 'rejected',
  failure_code: 'database_unavailable',
  failure_message: 'The database couldn’t be reached, so nothing was sent.',
}

/** Retrying can't help. */
export const isFinal = (error: unknown): boolean =>
  error instanceof SettledOtherwise || error instanceof TaskTaken || isRefused(error)

/** Assigns the taskid to this generation, even when a person has entered it elsewhere meanwhile. */
async function accept(id: string, taskid: string, { wait = 0, due_at }: Outcome): Promise<StoredGeneration> {
  const accepted = await tasks.accept(id, taskid, { wait, due_at: due_at ?? new Date().toISOString() })
  if (accepted === 'taken') throw new TaskTaken(`another generation has the task ${taskid}`)
  if (accepted === undefined) throw new SettledOtherwise(`generation ${id} is gone or settled otherwise`)
  return accepted
}

/** Writes the outcome once. A sender presumed dead may still return with an answer, which then replaces `unknown`. */
export async function settle({ id, person: user, lease }: Sent, outcome: Outcome): Promise<StoredGeneration> {
  if (outcome.taskid !== undefined) return accept(id, outcome.taskid, outcome)
  const change = { ...NOTHING, ...outcome, ...(outcome.status === 'queued' && UNSENT) }
  // A refused generation may be sent again and be `submitting` anew; this refusal must not touch that attempt.
  const refused = outcome.status === 'rejected' || outcome.status === 'queued'
  if (refused && lease !== null && (await dueWork.release(id, lease, change))) return standing(id, user)
  const settled = await records.update(id, user, from(outcome), change)
  if (settled) return settled
  const owner = await ownerOf(id)
  // The generation moved to the first owner, who receives everything made before accounts existed.
  if (owner !== undefined && owner !== user) return settle({ id, person: owner, lease }, outcome)
  const found = await standing(id, user)
  if (found.status === outcome.status) return found // stored by an earlier try whose answer was lost
  throw new SettledOtherwise(`generation ${id} is settled otherwise`)
}

/** The statuses that an outcome replaces once its attempt has lost its lease. */
function from({ status, failure_code }: Outcome): Status[] {
  if (failure_code === NOT_SENT.failure_code) return ['unknown', 'queued'] // its client was told that nothing will come of it
  return status === 'rejected' || status === 'queued' ? ['unknown'] : ['submitting', 'unknown']
}

async function standing(id: string, user: string): Promise<StoredGeneration> {
  const found = await records.find(id, user)
  if (found) return found
  throw new SettledOtherwise(`generation ${id} is gone`)
}
