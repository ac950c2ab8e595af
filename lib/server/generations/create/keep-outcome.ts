import { setTimeout as pause } from 'node:timers/promises'
import { isPassing, type StoredGeneration } from '@/lib/server/db'
import { log } from '@/lib/server/log'
import { Problem } from '@/lib/shared/problem'
import { dropFromJournal, keepInJournal } from './outcome-journal'
import { isFinal, NOT_SENT, NOTHING, type Outcome, type Sent, settle, TAKEN, TaskTaken } from './settle'

/** ms the database gets before the outcome also goes to the journal. */
const JOURNAL_AFTER_MS = 200
/** ms the client waits for the database. */
const ANSWER_MS = 5_000
/** Backoff between two tries, in ms. */
const RETRY_MS = { first: 100, max: 5_000 }
/** ms after which either database has ended an abandoned transaction. */
const TRANSACTION_MS = 30_000

/**
 * Stores the outcome of a paid request. If the database doesn't take it at once, the outcome also goes to the journal and is
 * retried for as long as this process lives; the next start continues from the journal (applyJournal).
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
  const noted = keepInJournal(sent, outcome)
  const settled = settling.finally(async () => (await noted) && dropFromJournal(sent.id))
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

const notKept = (generation: string, { taskid }: Outcome, cause?: unknown) =>
  new Problem(
    'internal',
    taskid === undefined
      ? 'The outcome of this request couldn’t be saved.'
      : `The provider accepted the task as ${taskid}, but it couldn’t be saved here. Keep this task ID: you can enter it on the generation later.`,
    { generation, cause },
  )

/**
 * Inserts submissions before anything is sent. A database that stops answering may have committed anyway: since nothing was
 * sent, the records are set to `rejected` as soon as possible, rather than treated as lost answers.
 */
export async function writeDown<T>(sent: readonly Sent[], insert: () => Promise<T>): Promise<T> {
  try {
    return await insert()
  } catch (error) {
    if (isPassing(error)) void rejectUnsent(sent)
    throw error
  }
}

async function rejectUnsent(sent: readonly Sent[]): Promise<void> {
  const noted: Sent[] = []
  for (const one of sent) if (await keepInJournal(one, NOT_SENT)) noted.push(one)
  const missing: Sent[] = []
  for (const one of sent) if (!(await isRejected(one))) missing.push(one)
  // A row that is not there may still appear until its transaction has ended.
  if (missing.length > 0) {
    await pause(TRANSACTION_MS, undefined, { ref: false })
    for (const one of missing) await isRejected(one)
  }
  for (const { id } of noted) await dropFromJournal(id)
}

const isRejected = (sent: Sent): Promise<boolean> =>
  untilSettled(sent, NOT_SENT).then(
    () => true,
    () => false,
  )
