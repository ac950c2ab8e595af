import type { Transaction } from 'kysely'
import { dialect } from '@/lib/server/db/dialect/current-dialect'
import { noteRetry, noteUse } from '@/lib/server/db/limits/uses'
import { reserve } from '@/lib/server/db/spend/reserve'
import type { GenerationRow, Tables } from '@/lib/server/db/tables'
import type { Limits } from '@/lib/shared/limits'
import { RETRYABLE } from '@/lib/shared/retry'
import { folded } from '@/lib/shared/search'
import { addToIndex } from './prompt-index'
import { writeTags } from './tags'

type Tx = Transaction<Tables>

/** An image of the submission no longer exists. */
export class ImageGone extends Error {
  override name = 'ImageGone'
  constructor(readonly image: string) {
    super(`the image ${image} is gone`)
  }
}

/** A submission with its images, in order. */
export type NewGeneration = {
  row: GenerationRow
  images: readonly string[]
  /** Every fingerprint that the same submission may be stored under; the row's own if left out. */
  fingerprints?: readonly string[]
  /** Without repeats; what repeats an earlier submission keeps that one's. */
  tags?: readonly string[]
}

/** `waits`: it would be sent now if there were a slot. */
export type Lined = NewGeneration & { waits: boolean }

/** Rows of one statement: databases limit its parameters, of which a row has some forty. */
const ROWS = 100

/** Writes the rows down; `known`: those whose key is taken. */
export async function writeRows(tx: Tx, lined: Lined[]): Promise<{ fresh: Lined[]; known: Lined[] }> {
  const written = new Set<string>()
  for (let from = 0; from < lined.length; from += ROWS) {
    const rows = lined.slice(from, from + ROWS).map(({ row }) => ({ ...row, searched: folded(row.prompt) }))
    const inserted = await tx
      .insertInto('generations')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['person', 'idempotency_key']).doNothing())
      .returning('id')
      .execute()
    for (const { id } of inserted) written.add(id)
  }
  const isFresh = ({ row }: Lined) => written.has(row.id)
  return { fresh: lined.filter(isFresh), known: lined.filter((one) => !isFresh(one)) }
}

/** What belongs to new rows: the index of prompts, images, tags, uses and what they may cost. @throws ImageGone | OverLimit | OverBudget */
export async function writeRest(tx: Tx, fresh: readonly Lined[], limits: Limits): Promise<void> {
  if (fresh.length === 0) return
  await addToIndex(
    tx,
    fresh.map(({ row }) => ({ id: row.id, searched: folded(row.prompt) })),
  )
  await holdImages(tx, [...new Set(fresh.flatMap(({ images }) => images))])
  const links = fresh.flatMap(({ row, images }) =>
    images.map((image, index) => ({ generation: row.id, place: index + 1, image })),
  )
  if (links.length > 0) await tx.insertInto('generation_images').values(links).execute()
  for (const { row, tags = [] } of fresh) {
    await writeTags(tx, { generation: row.id, person: row.person }, tags)
    await noteUse(tx, videoUse(row), limits)
    await reserve(tx, row)
  }
}

/** Locks the images against deletion, waiting for deletions in progress. @throws ImageGone */
async function holdImages(tx: Tx, images: readonly string[]): Promise<void> {
  if (images.length === 0) return
  const query = tx.selectFrom('images').select('id').where('id', 'in', images)
  const found = await dialect().lockRows(query, 'key-share').execute()
  const gone = images.find((image) => !found.some(({ id }) => id === image))
  if (gone !== undefined) throw new ImageGone(gone)
}

/** A generation that has the key of a row. */
type Earlier = Pick<GenerationRow, 'id' | 'status' | 'failure_code' | 'fingerprint'>
export type ByKey = ReadonlyMap<string | null, Earlier>

/** Resets the retryable rejections among the known ones for another try. @returns those */
export async function retryAll(
  tx: Tx,
  known: readonly Lined[],
  earlier: ByKey,
  limits: Limits,
): Promise<Lined[]> {
  const again: Lined[] = []
  for (const one of known) {
    const before = earlier.get(one.row.idempotency_key)
    if (before && (await retry(tx, before, one.row, limits))) again.push(one)
  }
  return again
}

/** Resets a retryable rejection for another try. `created_at` becomes that of this try, from which its expiry counts. */
async function retry(
  tx: Tx,
  { id, status, failure_code }: Earlier,
  row: GenerationRow,
  limits: Limits,
): Promise<boolean> {
  if (status !== 'rejected' || failure_code === null || !RETRYABLE.includes(failure_code)) return false
  const { lease, lease_until, queue_order, created_at, updated_at, sent_at, expires_at } = row
  await tx
    .updateTable('generations')
    .set({ status: row.status, failure_code: null, failure_message: null })
    .set({ lease, lease_until, queue_order, created_at, updated_at, sent_at, expires_at })
    .where('id', '=', id)
    .execute()
  await noteRetry(tx, videoUse({ ...row, id }), limits)
  await reserve(tx, { ...row, id })
  return true
}

const videoUse = ({ id, person, duration, resolution, created_at }: GenerationRow) =>
  ({ id, person, kind: 'film', at: created_at, bytes: 0, duration, resolution }) as const
