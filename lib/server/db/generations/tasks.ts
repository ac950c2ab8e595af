import type { Transaction } from 'kysely'
import { dialect } from '@/lib/server/db/dialect/current-dialect'
import { db } from '@/lib/server/db/open'
import type { GenerationRow, Tables } from '@/lib/server/db/tables'
import { read, type StoredGeneration } from './reading'

type Tx = Transaction<Tables>
type Row = Pick<GenerationRow, 'id' | 'person' | 'status' | 'taskid' | 'taskid_by' | 'lease_until'>
type Schedule = { due_at: string; wait: number }

/** State of a task that has not been polled. */
const FRESH = {
  failure_code: null,
  failure_message: null,
  lease: null,
  lease_until: null,
  missing_since: null,
  results: null,
  seed: null,
  save_tries: 0,
  video: null,
  last_frame: null,
  finished_at: null,
} as const

const TAKEN = {
  failure_code: 'taskid_taken',
  failure_message:
    'The task ID entered here belongs to another video. Find this video’s task in the provider’s console and enter its ID.',
}

/** Runs a decision about who has a task, serialized across processes. */
export async function decideOnTasks<T>(decide: (tx: Tx) => Promise<T>): Promise<T> {
  return (await db()).transaction().execute(async (tx) => {
    await dialect().enterSection(tx, 'taskids')
    return decide(tx)
  })
}

const rows = (tx: Tx) =>
  tx.selectFrom('generations').select(['id', 'person', 'status', 'taskid', 'taskid_by', 'lease_until'])

const holderOf = (tx: Tx, taskid: string): Promise<Row | undefined> =>
  rows(tx).where('taskid', '=', taskid).executeTakeFirst()

/**
 * Stores the taskid from the provider's answer. It belongs to the generation that was sent: another one for which a person entered
 * it loses it, and a taskid that a person entered here is replaced.
 * @returns `taken` when the provider has answered another generation with the same taskid; undefined when this one is gone, or
 * completed with another
 */
async function accept(
  id: string,
  taskid: string,
  schedule: Schedule,
): Promise<StoredGeneration | 'taken' | undefined> {
  return decideOnTasks(async (tx) => {
    const own = await rows(tx).where('id', '=', id).executeTakeFirst()
    if (!own || (own.taskid !== taskid && !canChange(own))) return undefined
    const holder = await holderOf(tx, taskid)
    if (holder && holder.id !== id) {
      if (holder.taskid_by === 'provider') return 'taken'
      await giveBack(tx, holder)
    }
    await tx.deleteFrom('deletions').where('taskid', '=', taskid).execute()
    if (holder?.id === id) await change(tx, id, { taskid_by: 'provider' })
    else await follow(tx, own, taskid, 'provider', schedule)
    return (await read((query) => query.where('id', '=', id), tx))[0]
  })
}

/** True while the taskid may be set: there is none, or a person entered it and it hasn't led to a video. */
export const canChange = ({
  status,
  taskid,
  taskid_by,
}: Omit<Row, 'id' | 'person' | 'lease_until'>): boolean =>
  taskid === null
    ? status === 'submitting' || status === 'unknown'
    : taskid_by === 'person' && status !== 'completed'

/** Takes the taskid away. A completed generation keeps its video. */
const giveBack = (tx: Tx, { id, status }: Row) =>
  change(tx, id, {
    taskid: null,
    taskid_by: null,
    ...(status !== 'completed' && { ...FRESH, ...TAKEN, status: 'unknown', due_at: null, wait: 0 }),
  })

/** Starts following a task. Work in progress on the earlier one notices within its lease that it has lost it, so the next poll waits for that. */
function follow(tx: Tx, before: Row, taskid: string, by: Row['taskid_by'], schedule: Schedule) {
  const held = before.taskid === null ? null : before.lease_until // a sender that has ended needs no waiting
  const due_at = held !== null && held > schedule.due_at ? held : schedule.due_at
  return change(tx, before.id, { ...FRESH, status: 'pending', taskid, taskid_by: by, ...schedule, due_at })
}

async function change(tx: Tx, id: string, what: Partial<GenerationRow>): Promise<void> {
  await tx
    .updateTable('generations')
    .set({ ...what, updated_at: new Date().toISOString() })
    .where('id', '=', id)
    .execute()
}

/** True when the task is queued for deletion at the provider. */
async function isDeletionDue(taskid: string): Promise<boolean> {
  const query = (await db()).selectFrom('deletions').select('taskid').where('taskid', '=', taskid)
  return (await query.executeTakeFirst()) !== undefined
}

/** `absent`: not this person's task. `own`: another generation of theirs has it. */
export type Refusal = 'gone' | 'settled' | 'absent' | 'own' | 'deleting'

/**
 * Sets the taskid that a person entered, and cancels a queued deletion of that task.
 * @param wasDue whether the deletion was queued before the provider was asked about the task: if it is gone since, it was carried out
 */
async function enter(
  { id, person: user, taskid, wasDue }: { id: string; person: string; taskid: string; wasDue: boolean },
  schedule: Schedule,
): Promise<StoredGeneration | Refusal> {
  return decideOnTasks(async (tx) => {
    const own = await rows(tx).where('id', '=', id).where('person', '=', user).executeTakeFirst()
    if (!own) return 'gone'
    if (own.status === 'submitting' || !canChange(own)) return 'settled'
    const holder = await holderOf(tx, taskid)
    if (holder && holder.id !== id) return holder.person === user ? 'own' : 'absent'
    const deletion = await deletionOf(tx, taskid)
    if (deletion ? deletion.person !== user : wasDue) return 'absent'
    if (deletion?.lease_until && deletion.lease_until > new Date().toISOString()) return 'deleting'
    await tx.deleteFrom('deletions').where('taskid', '=', taskid).execute()
    if (!holder || own.status === 'failed') await follow(tx, own, taskid, 'person', schedule)
    return (await read((query) => query.where('id', '=', id), tx))[0] ?? 'gone'
  })
}

/** Locks the queued deletion: a worker has either claimed it before this, or won't. */
function deletionOf(tx: Tx, taskid: string) {
  const query = tx.selectFrom('deletions').selectAll().where('taskid', '=', taskid)
  return dialect().lockRows(query, 'update').executeTakeFirst()
}

/** Ownership of taskids: one generation each. */
export const tasks = { accept, enter, isDeletionDue }
