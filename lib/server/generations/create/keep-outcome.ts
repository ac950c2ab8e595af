import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import {
  dueWork,
  isPassing,
  isRefused,
  ownerOf,
  records,
  type StoredGeneration,
  tasks,
} from '@/lib/server/db'
import { log } from '@/lib/server/log'
import { dropNote, keepNote, type Note, readNotes } from '@/lib/server/storage'
import type { Status } from '@/lib/shared/generation'
import { parseJson } from '@/lib/shared/parse-json'
import { Problem } from '@/lib/shared/problem'

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
type Sent = Pick<StoredGeneration, 'id' | 'person' | 'lease'>

/** ms the database gets before the outcome also goes to the journal. */
const JOURNAL_AFTER_MS = 200
/** ms the client waits for the database. */
const ANSWER_MS = 5_000
/** Backoff between two tries, in ms. */
const RETRY_MS = { first: 100, max: 5_000 }
/** ms after which either database has ended an abandoned transaction. */
const TRANSACTION_MS = 30_000

/** The outcome is obsolete: the generation was deleted, or a person has resolved it differently. */
class SettledOtherwise extends Error {
  override name = 'SettledOtherwise'
}

/** The provider answered with the taskid of another generation. */
class TaskTaken extends Error {
  override name = 'TaskTaken'
}

const TAKEN = {
  status: 'unknown',
  failure_code: 'provider_unclear',
  failure_message:
    'The provider returned a task ID that belongs to another video here. A task may have been created and billed: check the provider’s console before you send it again.',
} as const satisfies Outcome

/** As before it was sent: it takes no place at the provider. */
const UNSENT = { sent_at: null, expires_at: null }
const NOTHING = { failure_code: null, failure_message: null, lease: null, lease_until: null }

/**
 * Stores the outcome of a paid request. If the database doesn't take it at once, the outcome also goes to the journal and is
 * retried for as long as this process lives; the next start continues from the journal (`applyJournal`).
 * @returns the generation's current state, after 5 s at most
 * @throws Problem internal naming the taskid, when neither database nor journal could take it
 * @throws Problem provider_unclear when the taskid is another generation's
 */
export async function keepOutcome(sent: StoredGeneration, outcome: Outcome): Promise<StoredGeneration> {
  try {
    return await keepOnce(sent, outcome)
  } catch (error) {
    if (!(error instanceof Problem && error.details.cause instanceof TaskTaken)) throw error
    await keepOnce(sent, TAKEN)
    throw new Problem('provider_unclear', TAKEN.failure_message, { generation: sent.id, cause: error })
  }
}

async function keepOnce(sent: StoredGeneration, outcome: Outcome): Promise<StoredGeneration> {
  const failed = new AbortController()
  const settling = untilSettled(sent, outcome, () => failed.abort())
  const immediate = await within(JOURNAL_AFTER_MS, settling, failed.signal).catch((error: unknown) => {
    throw notKept(sent.id, outcome, error)
  })
  if (immediate) return immediate
  const noted = keep(sent, outcome)
  const settled = settling.finally(async () => (await noted) && drop(sent.id))
  const delayed = await within(ANSWER_MS, settled).catch((error: unknown) => {
    throw notKept(sent.id, outcome, error)
  })
  if (delayed) return delayed
  settled.catch((error: unknown) =>
    log().error({ err: error, generation: sent.id }, 'the outcome of a request is no longer needed'),
  )
  if (await noted) return { ...sent, ...NOTHING, ...outcome }
  throw notKept(sent.id, outcome)
}

/** The result of `work`; undefined when it isn't there within `ms` or before `enough` aborts. */
async function within<T>(ms: number, work: Promise<T>, enough?: AbortSignal): Promise<T | undefined> {
  const end = new AbortController()
  const signal = enough ? AbortSignal.any([end.signal, enough]) : end.signal
  const timeout = pause(ms, undefined, { signal }).catch(() => undefined)
  try {
    return await Promise.race([work, timeout])
  } finally {
    end.abort()
  }
}

/** Retries until settled. @throws SettledOtherwise or TaskTaken, or the database's own error for rejected data */
async function untilSettled(sent: Sent, outcome: Outcome, onFailure = () => {}): Promise<StoredGeneration> {
  for (let wait = RETRY_MS.first; ; wait = Math.min(2 * wait, RETRY_MS.max)) {
    try {
      return await settle(sent, outcome)
    } catch (error) {
      if (isFinal(error)) throw error
      const { taskid } = outcome
      log().error({ err: error, generation: sent.id, taskid }, 'saving the outcome of a request failed')
      onFailure()
      await pause(wait)
    }
  }
}

/** Retrying can't help. */
const isFinal = (error: unknown): boolean =>
  error instanceof SettledOtherwise || error instanceof TaskTaken || isRefused(error)

/** Assigns the taskid to this generation, even when a person has entered it elsewhere meanwhile. */
async function accept(id: string, taskid: string, { wait = 0, due_at }: Outcome): Promise<StoredGeneration> {
  const accepted = await tasks.accept(id, taskid, { wait, due_at: due_at ?? new Date().toISOString() })
  if (accepted === 'taken') throw new TaskTaken(`another generation has the task ${taskid}`)
  if (accepted === undefined) throw new SettledOtherwise(`generation ${id} is gone or settled otherwise`)
  return accepted
}

/** Writes the outcome once. A sender presumed dead may still return with an answer, which then replaces `unknown`. */
async function settle({ id, person: user, lease }: Sent, outcome: Outcome): Promise<StoredGeneration> {
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

const notKept = (generation: string, { taskid }: Outcome, cause?: unknown) =>
  new Problem(
    'internal',
    taskid === undefined
      ? 'The outcome of this request couldn’t be saved.'
      : `The provider accepted the task as ${taskid}, but it couldn’t be saved here. Keep this task ID: you can enter it on the generation later.`,
    { generation, cause },
  )

const note = z.object({
  generation: z.string(),
  lease: z.string().nullable(),
  outcome: z.object({
    status: z.enum(['pending', 'queued', 'rejected', 'unknown']),
    taskid: z.string().optional(),
    failure_code: z.string().optional(),
    failure_message: z.string().optional(),
    wait: z.number().optional(),
    due_at: z.string().optional(),
  }),
})

/** Writes the journal entry; false when the disk refused it. */
async function keep({ id: generation, lease }: Sent, outcome: Outcome): Promise<boolean> {
  try {
    await keepNote({ name: generation, text: JSON.stringify({ generation, lease, outcome }) })
    return true
  } catch (error) {
    log().error({ err: error, generation, taskid: outcome.taskid }, 'writing to the journal failed')
    return false
  }
}

const drop = (generation: string): Promise<void> =>
  dropNote(generation).catch((error: unknown) =>
    log().warn({ err: error, generation }, 'deleting a journal entry failed: the next start will do it'),
  )

/**
 * Stores the outcomes that an earlier run or another process left in the journal. Idempotent.
 * @throws Problem when the database still refuses them; the entries stay
 */
export async function applyJournal(): Promise<void> {
  for (const kept of await readNotes()) await applyNote(kept)
}

async function applyNote({ name, text }: Note): Promise<void> {
  const read = note.safeParse(parseJson(text))
  if (!read.success) log().error({ note: name }, 'deleted an unreadable journal entry')
  else await applyOutcome(read.data)
  await drop(name)
}

async function applyOutcome({ generation: id, lease, outcome }: z.output<typeof note>): Promise<void> {
  const user = await ownerOf(id)
  const about = { generation: id, taskid: outcome.taskid }
  if (user === undefined) {
    log().warn(about, 'the journal names a generation that no longer exists')
    return
  }
  try {
    await settle({ id, person: user, lease }, outcome)
    log().info(about, 'saved an outcome from the journal')
  } catch (error) {
    if (!isFinal(error)) throw error
    if (error instanceof TaskTaken) return applyOutcome({ generation: id, lease, outcome: TAKEN })
    log().warn({ ...about, err: error }, 'the journal names a generation that already has another outcome')
  }
}

const NOT_SENT: Outcome = {
  status: 'rejected',
  failure_code: 'database_unavailable',
  failure_message: 'The database couldn’t be reached, so nothing was sent.',
}

/**
 * Inserts a submission before anything is sent. A database that stops answering may have committed anyway: since nothing was
 * sent, the record is set to `rejected` as soon as possible, rather than treated as a lost answer.
 */
export async function writeDown<T>(sent: Sent, insert: () => Promise<T>): Promise<T> {
  try {
    return await insert()
  } catch (error) {
    if (isPassing(error)) void rejectUnsent(sent)
    throw error
  }
}

async function rejectUnsent(sent: Sent): Promise<void> {
  const noted = await keep(sent, NOT_SENT)
  const once = () =>
    untilSettled(sent, NOT_SENT).then(
      () => true,
      () => false,
    )
  // A row that is not there may still appear until its transaction has ended.
  if (!(await once())) {
    await pause(TRANSACTION_MS, undefined, { ref: false })
    await once()
  }
  if (noted) await drop(sent.id)
}
