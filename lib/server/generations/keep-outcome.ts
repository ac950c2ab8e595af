import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { isPassing, isRefused, ownerOf, queue, records, type StoredGeneration, tasks } from '@/lib/server/db'
import { log } from '@/lib/server/log'
import { dropNote, keepNote, type Note, readNotes } from '@/lib/server/storage'
import { parseJson } from '@/lib/shared/parse-json'
import { Problem } from '@/lib/shared/problem'

/** What became of a paid request. */
export type Outcome = {
  status: 'pending' | 'rejected' | 'unknown'
  taskid?: string
  failure_code?: string
  failure_message?: string
  wait?: number
  due_at?: string
}
/** `lease` is that of the sending: one that was sent anew meanwhile has another. */
type Sent = Pick<StoredGeneration, 'id' | 'person' | 'lease'>

/** ms that the database has before a note is kept beside it. */
const PROMPT_MS = 200
/** ms that whoever asked waits for the database. */
const ANSWER_MS = 5_000
/** ms between two tries: the first, and the most. */
const RETRY_MS = { first: 100, most: 5_000 }
/** ms after which a transaction that nobody goes on with has ended, at either database. */
const TRANSACTION_MS = 30_000

/** Nobody needs the outcome any more: the generation is gone, or a person has decided otherwise. */
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

const NOTHING = { failure_code: null, failure_message: null, lease: null, lease_until: null }

/**
 * Writes down what became of a paid request. Where the database does not take it at once, it is kept in the journal as
 * well, and tried again for as long as this process lives; the next start goes on with it (`applyJournal`).
 * @returns how the generation stands, after five seconds at most
 * @throws Problem internal with the taskid in words, when neither database nor journal could take it
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
  const prompt = await within(PROMPT_MS, settling, failed.signal).catch((error: unknown) => {
    throw notKept(sent.id, outcome, error)
  })
  if (prompt) return prompt
  const noted = keep(sent, outcome)
  const settled = settling.finally(async () => (await noted) && drop(sent.id))
  const lazy = await within(ANSWER_MS, settled).catch((error: unknown) => {
    throw notKept(sent.id, outcome, error)
  })
  if (lazy) return lazy
  settled.catch((error: unknown) =>
    log().error({ err: error, generation: sent.id }, 'the outcome of a request is no longer needed'),
  )
  if (await noted) return { ...sent, ...NOTHING, ...outcome }
  throw notKept(sent.id, outcome)
}

/** What an answer has arrived for; undefined when it has not within `ms`, or `enough` has come about. */
async function within<T>(ms: number, work: Promise<T>, enough?: AbortSignal): Promise<T | undefined> {
  const end = new AbortController()
  const signal = enough ? AbortSignal.any([end.signal, enough]) : end.signal
  const lazy = pause(ms, undefined, { signal }).catch(() => undefined)
  try {
    return await Promise.race([work, lazy])
  } finally {
    end.abort()
  }
}

/** @throws SettledOtherwise, or the database's refusal: nothing else ends it but the process */
async function untilSettled(sent: Sent, outcome: Outcome, onFailure = () => {}): Promise<StoredGeneration> {
  for (let wait = RETRY_MS.first; ; wait = Math.min(2 * wait, RETRY_MS.most)) {
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

/** Trying again would give the same. */
const isFinal = (error: unknown): boolean =>
  error instanceof SettledOtherwise || error instanceof TaskTaken || isRefused(error)

/** The taskid is this generation's, whatever a person has entered meanwhile. */
async function accept(id: string, taskid: string, { wait = 0, due_at }: Outcome): Promise<StoredGeneration> {
  const accepted = await tasks.accept(id, taskid, { wait, due_at: due_at ?? new Date().toISOString() })
  if (accepted === 'taken') throw new TaskTaken(`another generation has the task ${taskid}`)
  if (accepted === undefined) throw new SettledOtherwise(`generation ${id} is gone or settled otherwise`)
  return accepted
}

/** A sender that was taken for dead may still come back with its answer: then `unknown` was wrong, and ends. */
async function settle({ id, person: user, lease }: Sent, outcome: Outcome): Promise<StoredGeneration> {
  if (outcome.taskid !== undefined) return accept(id, outcome.taskid, outcome)
  const change = { ...NOTHING, ...outcome }
  // What was refused may be sent anew, and is then `submitting` again: that is no business of this refusal.
  const refused = outcome.status === 'rejected'
  if (refused && lease !== null && (await queue.release(id, lease, change))) return standing(id, user)
  const settled = await records.update(id, user, refused ? ['unknown'] : ['submitting', 'unknown'], change)
  if (settled) return settled
  const owner = await ownerOf(id)
  // Whoever became the first owner meanwhile was given what was made before.
  if (owner !== undefined && owner !== user) return settle({ id, person: owner, lease }, outcome)
  const found = await standing(id, user)
  if (found.status === outcome.status) return found // written down before, by the try whose answer was lost
  throw new SettledOtherwise(`generation ${id} is settled otherwise`)
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
    status: z.enum(['pending', 'rejected', 'unknown']),
    taskid: z.string().optional(),
    failure_code: z.string().optional(),
    failure_message: z.string().optional(),
    wait: z.number().optional(),
    due_at: z.string().optional(),
  }),
})

/** false: the disk did not take it. */
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
 * Writes down what an earlier run, or another process, could not. Done twice, it changes nothing more.
 * @throws Problem when the database does not take it now either; the notes stay
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
 * Writes a submission down before anything is sent. A database that falls silent meanwhile may have kept it all the same:
 * as nothing was sent, it is then made `rejected` as soon as that can be, and never taken for a lost answer.
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
  // What is not there may still come, until its transaction has ended.
  if (!(await once())) {
    await pause(TRANSACTION_MS, undefined, { ref: false })
    await once()
  }
  if (noted) await drop(sent.id)
}
