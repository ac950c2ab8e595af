import { type BatchRow, batchRecords, type Counts } from '@/lib/server/db'
import { respondAll } from '@/lib/server/generations/read/respond'
import type { Batch, BatchWithRows } from '@/lib/shared/batches/batch'
import { Problem } from '@/lib/shared/problem'
import type { User } from '@/lib/shared/user'

const MAX_BATCHES = 100

const toBatch = ({ id, name, rows, paused, created_at }: BatchRow, counts: Counts = {}): Batch => ({
  id,
  name,
  rows,
  paused: paused === 1,
  counts,
  createdAt: created_at,
})

/** One batch in the API's form. */
export const respondBatch = async (row: BatchRow): Promise<Batch> =>
  toBatch(row, (await batchRecords.counts([row.id])).get(row.id))

/** @throws Problem not_found */
export async function findBatch(id: string, user: User): Promise<BatchRow> {
  const row = await batchRecords.find(id, user.id)
  if (!row) throw new Problem('not_found', 'There is no such batch.')
  return row
}

/** A person's batches, newest first, 100 at a time. */
export async function listBatches(
  user: User,
  cursor: string | null,
): Promise<{ items: Batch[]; nextCursor: string | null }> {
  const rows = await batchRecords.list(user.id, MAX_BATCHES + 1, cursor)
  const page = rows.slice(0, MAX_BATCHES)
  const counts = await batchRecords.counts(page.map(({ id }) => id))
  return {
    items: page.map((row) => toBatch(row, counts.get(row.id))),
    nextCursor: rows.length > page.length ? (page.at(-1)?.id ?? null) : null,
  }
}

/** A batch with the newest generation of each row. @throws Problem not_found */
export async function readBatch(id: string, user: User): Promise<BatchWithRows> {
  const row = await findBatch(id, user)
  const newest = await batchRecords.newest(id)
  const responses = await respondAll(newest, user)
  const generations = new Map(newest.map(({ batch_row }, index) => [batch_row, responses[index]]))
  const counts: Counts = {}
  for (const { status } of responses) counts[status] = (counts[status] ?? 0) + 1
  const items = Array.from({ length: row.rows }, (_, index) => ({
    row: index + 1,
    generation: generations.get(index + 1) ?? null,
  }))
  return { ...toBatch(row, counts), items }
}
