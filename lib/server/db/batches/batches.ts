import type { Transaction } from 'kysely'
import { dialect } from '@/lib/server/db/dialect/current-dialect'
import { insertAllIn } from '@/lib/server/db/generations/insert'
import type { NewGeneration } from '@/lib/server/db/generations/insert-rows'
import { read, type StoredGeneration } from '@/lib/server/db/generations/reading'
import { db } from '@/lib/server/db/open'
import type { BatchRow, GenerationRow, Tables } from '@/lib/server/db/tables'
import type { Status } from '@/lib/shared/generation'
import type { Limits } from '@/lib/shared/limits'

type Tx = Transaction<Tables>

/** Rows by the state of their newest generation. */
export type Counts = Partial<Record<Status, number>>

/**
 * Writes down a batch and all its generations, or nothing. If the person's idempotency key is taken, returns the earlier batch as
 * `replayed`.
 * @throws OverLimit | ImageGone
 */
async function insert(
  batch: BatchRow,
  rows: readonly NewGeneration[],
  limits: Limits,
): Promise<{ stored: BatchRow; replayed: boolean }> {
  return (await db()).transaction().execute(async (tx) => {
    const inserted = await tx
      .insertInto('batches')
      .values(batch)
      .onConflict((conflict) => conflict.columns(['person', 'idempotency_key']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!inserted) return { stored: await withKeyOf(tx, batch), replayed: true }
    await insertAllIn(tx, rows, { limits })
    return { stored: batch, replayed: false }
  })
}

const withKeyOf = (tx: Tx, { person, idempotency_key }: BatchRow): Promise<BatchRow> =>
  tx
    .selectFrom('batches')
    .selectAll()
    .where('person', '=', person)
    .where('idempotency_key', '=', idempotency_key)
    .executeTakeFirstOrThrow()

/** A person's batch; undefined when there is none, or it is another's. */
async function find(id: string, person: string): Promise<BatchRow | undefined> {
  const query = (await db()).selectFrom('batches').selectAll()
  return query.where('id', '=', id).where('person', '=', person).executeTakeFirst()
}

/** The batch that a person handed in under this key. */
async function withKey(key: string, person: string): Promise<BatchRow | undefined> {
  const query = (await db()).selectFrom('batches').selectAll()
  return query.where('idempotency_key', '=', key).where('person', '=', person).executeTakeFirst()
}

/** A person's newest batches, newest first. */
async function list(person: string, limit: number, before: string | null): Promise<BatchRow[]> {
  return (await db())
    .selectFrom('batches')
    .selectAll()
    .where('person', '=', person)
    .$if(before !== null, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** The counts of each of these batches, by id. */
async function counts(ids: readonly string[]): Promise<Map<string, Counts>> {
  const found = new Map<string, Counts>()
  if (ids.length === 0) return found
  const database = await db()
  const rows = await database
    .selectFrom('generations')
    .select((of) => ['batch', 'status', of.fn.countAll().as('count')])
    .where('batch', 'in', ids)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('generations as newer')
            .select('newer.id')
            .whereRef('newer.batch', '=', 'generations.batch')
            .whereRef('newer.batch_row', '=', 'generations.batch_row')
            .whereRef('newer.id', '>', 'generations.id'),
        ),
      ),
    )
    .groupBy(['batch', 'status'])
    .execute()
  for (const { batch, status, count } of rows) {
    if (batch !== null) found.set(batch, { ...found.get(batch), [status]: Number(count) })
  }
  return found
}

/** The newest generation of each row of a batch, row by row. Rows whose generations were all deleted are absent. */
async function newest(batch: string, tx?: Tx): Promise<StoredGeneration[]> {
  const rows = await read((query) => query.where('batch', '=', batch).orderBy('batch_row').orderBy('id'), tx)
  return rows.filter(({ batch_row }, index) => rows[index + 1]?.batch_row !== batch_row)
}

/**
 * Writes a new generation for each row that `again` makes one for, from its newest. Serialized by batch, so that whoever asks twice
 * gets one.
 * @throws OverLimit | ImageGone
 */
async function retry(
  batch: string,
  limits: Limits,
  again: (newest: StoredGeneration) => GenerationRow | null,
): Promise<number> {
  return (await db()).transaction().execute(async (tx) => {
    const own = tx.selectFrom('batches').select('id').where('id', '=', batch)
    await dialect().lockRows(own, 'update').execute()
    const rows = (await newest(batch, tx)).flatMap((stored) => {
      const row = again(stored)
      return row ? [{ row, images: stored.images.map(({ id }) => id) }] : []
    })
    await insertAllIn(tx, rows, { limits })
    return rows.length
  })
}

/** Holds a person's batch, or lets it go on. false: there is none. */
async function pause(id: string, person: string, paused: boolean): Promise<boolean> {
  const changed = await (await db())
    .updateTable('batches')
    .set({ paused: Number(paused) })
    .where('id', '=', id)
    .where('person', '=', person)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

/** Tables that were handed in, and what became of each row. */
export const batchRecords = { insert, find, withKey, list, counts, newest, retry, pause }
