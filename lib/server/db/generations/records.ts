import type { Transaction } from 'kysely'
import { db } from '@/lib/server/db/open'
import type { GenerationRow, Tables } from '@/lib/server/db/tables'
import type { Status } from '@/lib/shared/generation'
import { insert, insertAll } from './insert'
import { list } from './pages'
import {
  existing,
  find,
  findVisible,
  leftBehindBy,
  neighboursOf,
  newestOf,
  read,
  type StoredGeneration,
  visibleAmong,
} from './reading'
import { decideOnTasks } from './tasks'

const KEY_KEPT_MS = 86_400_000

export type Change = Partial<Omit<GenerationRow, 'id' | 'person' | 'prompt' | 'created_at' | 'updated_at'>>

/**
 * Updates a generation if its status is one of `from`.
 * @returns the updated generation, or undefined when it has another status or is gone
 */
async function update(
  id: string,
  user: string,
  from: Status[],
  change: Change,
): Promise<StoredGeneration | undefined> {
  const changed = await (await db())
    .updateTable('generations')
    .set({ ...change, updated_at: new Date().toISOString() })
    .where('id', '=', id)
    .where('person', '=', user)
    .where('status', 'in', from)
    .returning('id')
    .executeTakeFirst()
  return changed && (await read((query) => query.where('id', '=', id)))[0]
}

/**
 * Deletes a generation unless it is being sent. The same transaction queues its task for deletion at the provider, so a crash loses
 * neither, and keeps its idempotency key for a day, and its images unless others use them (`uploads.removeUnused`).
 * @param only the status that it must still have; null for any
 * @returns whether it was deleted
 */
async function remove(
  id: string,
  user: string,
  giveUpAt: Date,
  only: Status | null = null,
): Promise<boolean> {
  return decideOnTasks(async (tx) => {
    const images = await tx
      .selectFrom('generation_images')
      .select('image')
      .where('generation', '=', id)
      .execute()
    const removed = await tx
      .deleteFrom('generations')
      .where('id', '=', id)
      .where('person', '=', user)
      .where('status', '!=', 'submitting')
      .$if(only !== null, (query) => query.where('status', '=', only))
      .returning(['person', 'taskid', 'status', 'failure_code', 'idempotency_key', 'fingerprint'])
      .executeTakeFirst()
    if (!removed) return false
    await releaseImages(
      tx,
      images.map(({ image }) => image),
    )
    const { status: outcome, failure_code } = removed
    await tx.updateTable('uses').set({ outcome, failure_code }).where('id', '=', id).execute()
    await queueDeletion(tx, removed, giveUpAt)
    await spendKey(tx, removed)
    return true
  })
}

type Removed = Pick<GenerationRow, 'person' | 'taskid' | 'idempotency_key' | 'fingerprint'>

/** From now on their days count. */
async function releaseImages(tx: Transaction<Tables>, images: string[]): Promise<void> {
  if (images.length === 0) return
  const released_at = new Date().toISOString()
  await tx.updateTable('images').set({ released_at }).where('id', 'in', images).execute()
}

/** Queues the task for deletion. Taskids are unique, so no other generation has it. */
async function queueDeletion(
  tx: Transaction<Tables>,
  { person, taskid }: Removed,
  giveUpAt: Date,
): Promise<void> {
  if (taskid === null) return
  const due_at = new Date().toISOString()
  await tx
    .insertInto('deletions')
    .values({ taskid, person, due_at, give_up_at: giveUpAt.toISOString(), lease_until: null })
    .onConflict((conflict) => conflict.column('taskid').doNothing())
    .execute()
}

async function spendKey(
  tx: Transaction<Tables>,
  { person, idempotency_key, fingerprint }: Removed,
): Promise<void> {
  if (idempotency_key === null) return
  const kept = { fingerprint, until: new Date(Date.now() + KEY_KEPT_MS).toISOString() }
  await tx
    .insertInto('spent_keys')
    .values({ person, idempotency_key, ...kept })
    .onConflict((conflict) => conflict.columns(['person', 'idempotency_key']).doUpdateSet(kept))
    .execute()
}

/** Deletes the idempotency keys of generations deleted over a day ago. */
async function forgetKeys(): Promise<void> {
  const now = new Date().toISOString()
  await (await db()).deleteFrom('spent_keys').where('until', '<=', now).execute()
}

export const records = {
  insert,
  insertAll,
  update,
  find,
  findVisible,
  visibleAmong,
  leftBehindBy,
  list,
  newestOf,
  neighboursOf,
  remove,
  existing,
  forgetKeys,
}
