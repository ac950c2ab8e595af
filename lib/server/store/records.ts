import type { Status } from '@/lib/shared/generation'
import { type Limits, UNLIMITED } from '@/lib/shared/limits'
import { folded } from '@/lib/shared/search'
import { db } from './open'
import { list } from './pages'
import { addToIndex } from './prompt-index'
import { existing, find, findVisible, leftBehindBy, read, type StoredGeneration, withTask } from './reading'
import type { GenerationRow } from './tables'
import { noteUse } from './uses'

/**
 * Writes a wish down, durably, before anything is sent. When this person's key is already taken, nothing is
 * written and the earlier generation is given back.
 * @throws OverLimit
 */
async function insert(
  row: GenerationRow,
  images: string[],
  limits: Limits = UNLIMITED,
): Promise<{ stored: StoredGeneration; replayed: boolean }> {
  const searched = folded(row.prompt)
  const replayed = await (await db()).transaction().execute(async (tx) => {
    const inserted = await tx
      .insertInto('generations')
      .values({ ...row, searched })
      .onConflict((conflict) => conflict.columns(['person', 'idempotency_key']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (inserted) await addToIndex(tx, [{ id: row.id, searched }])
    if (inserted && images.length > 0) {
      const links = images.map((image, index) => ({ generation: row.id, place: index + 1, image }))
      await tx.insertInto('generation_images').values(links).execute()
    }
    if (inserted) {
      const { id, person, duration, resolution, created_at } = row
      await noteUse(
        tx,
        { id, person, kind: 'film' as const, at: created_at, bytes: 0, duration, resolution },
        limits,
      )
    }
    return inserted === undefined
  })
  const [stored] = await read((query) =>
    replayed
      ? query.where('person', '=', row.person).where('idempotency_key', '=', row.idempotency_key)
      : query.where('id', '=', row.id),
  )
  if (!stored) throw new Error(`generation ${row.id} was written but is not there`)
  return { stored, replayed }
}

export type Change = Partial<Omit<GenerationRow, 'id' | 'person' | 'prompt' | 'created_at' | 'updated_at'>>

/**
 * Changes a generation, but only if it still stands as the caller believes.
 * @returns how it stands now, or undefined when it stood otherwise or is gone
 */
async function update(
  id: string,
  person: string,
  from: Status[],
  change: Change,
): Promise<StoredGeneration | undefined> {
  const changed = await (await db())
    .updateTable('generations')
    .set({ ...change, updated_at: new Date().toISOString() })
    .where('id', '=', id)
    .where('person', '=', person)
    .where('status', 'in', from)
    .returning('id')
    .executeTakeFirst()
  return changed && (await read((query) => query.where('id', '=', id)))[0]
}

/**
 * Removes a generation unless it is just being sent. In the same step its task is put down for deletion at the
 * provider, so that a crash in between forgets neither.
 * @returns ids of its images, or undefined when nothing was removed
 */
async function remove(id: string, person: string, giveUpAt: Date): Promise<string[] | undefined> {
  return (await db()).transaction().execute(async (tx) => {
    const images = await tx
      .selectFrom('generation_images')
      .select('image')
      .where('generation', '=', id)
      .execute()
    const removed = await tx
      .deleteFrom('generations')
      .where('id', '=', id)
      .where('person', '=', person)
      .where('status', '!=', 'submitting')
      .returning(['taskid', 'status'])
      .executeTakeFirst()
    if (!removed) return undefined
    await tx.updateTable('uses').set({ outcome: removed.status }).where('id', '=', id).execute()
    if (removed.taskid !== null) {
      const deletion = { due_at: new Date().toISOString(), give_up_at: giveUpAt.toISOString() }
      await tx
        .insertInto('deletions')
        .values({ taskid: removed.taskid, ...deletion })
        .onConflict((conflict) => conflict.column('taskid').doNothing())
        .execute()
    }
    return images.map(({ image }) => image)
  })
}

/** Generations: every wish ever written down. */
export const records = { insert, update, find, findVisible, leftBehindBy, withTask, list, remove, existing }
