import type { Transaction } from 'kysely'
import { dialect } from './current-dialect'
import { db } from './open'
import { read, type StoredGeneration } from './reading'
import type { GenerationRow, Tables } from './tables'

type Tx = Transaction<Tables>
type Row = Pick<GenerationRow, 'id' | 'person' | 'status' | 'taskid' | 'taskid_by' | 'lease_until'>
type Schedule = { due_at: string; wait: number }

/** Nothing is known of a task yet, and nobody works on it. */
const FRESH = {
  failure_code: null,
  failure_message: null,
  lease: null,
  lease_until: null,
  missing_since: null,
  results: null,
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

/** Decisions about whose a task is are made one after the other, also between processes. */
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
 * Writes down the taskid that the provider answered with. It is the generation's that was sent: another for which a person entered
 * it gives it back, and one that a person entered here gives way.
 * @returns `taken` where another was answered with the same; undefined where the generation is gone or completed otherwise
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

/** Until a person's taskid has led to a video, or while there is none. */
export const canChange = ({
  status,
  taskid,
  taskid_by,
}: Omit<Row, 'id' | 'person' | 'lease_until'>): boolean =>
  taskid === null
    ? status === 'submitting' || status === 'unknown'
    : taskid_by === 'person' && status !== 'completed'

/** What is completed keeps its video. */
const giveBack = (tx: Tx, { id, status }: Row) =>
  change(tx, id, {
    taskid: null,
    taskid_by: null,
    ...(status !== 'completed' && { ...FRESH, ...TAKEN, status: 'unknown', due_at: null, wait: 0 }),
  })

/** A run that still works on the task before notices within its lease that it has lost it: the next one begins no sooner. */
function follow(tx: Tx, before: Row, taskid: string, by: Row['taskid_by'], schedule: Schedule) {
  const held = before.taskid === null ? null : before.lease_until // of a sender that has ended nothing follows
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

/** Whether a task of this id is to be deleted at the provider. */
async function isDeletionDue(taskid: string): Promise<boolean> {
  const query = (await db()).selectFrom('deletions').select('taskid').where('taskid', '=', taskid)
  return (await query.executeTakeFirst()) !== undefined
}

/** `absent`: it is not this person's to enter. `own`: another generation of theirs has it. */
export type Refusal = 'gone' | 'settled' | 'absent' | 'own' | 'deleting'

/**
 * Gives a generation the taskid that its person entered; one that waits to be deleted at the provider is deleted no more.
 * @param wasDue whether its deletion was due before the provider was asked for the task: what is gone since then was deleted
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

/** Held from here on: whoever takes it up for deletion has done so before, or does not. */
function deletionOf(tx: Tx, taskid: string) {
  const query = tx.selectFrom('deletions').selectAll().where('taskid', '=', taskid)
  return dialect().lockRows(query, 'update').executeTakeFirst()
}

/** Which generation a task is: one at most in the whole studio. */
export const tasks = { accept, enter, isDeletionDue }
