import type { Transaction } from 'kysely'
import { dialect } from '@/lib/server/db/dialect/current-dialect'
import { noteRetry, noteUse } from '@/lib/server/db/limits/uses'
import { db } from '@/lib/server/db/open'
import type { GenerationRow, Tables } from '@/lib/server/db/tables'
import { type Limits, UNLIMITED } from '@/lib/shared/limits'
import type { Paused } from '@/lib/shared/queue'
import { RETRYABLE } from '@/lib/shared/retry'
import { folded } from '@/lib/shared/search'
import { addToIndex } from './prompt-index'
import { whyWait } from './queue/line'
import { noteTurns } from './queue/queue'
import { read, type StoredGeneration } from './reading'

type Tx = Transaction<Tables>

/** The idempotency key belongs to a recently deleted generation with this `fingerprint`. */
export class KeySpent extends Error {
  override name = 'KeySpent'
  constructor(readonly fingerprint: string) {
    super('the generation of this key was deleted')
  }
}

/** An image of the submission no longer exists. */
export class ImageGone extends Error {
  override name = 'ImageGone'
  constructor(readonly image: string) {
    super(`the image ${image} is gone`)
  }
}

/** The submission would have to wait in the queue, and may not. */
export class NoSlot extends Error {
  override name = 'NoSlot'
  constructor(readonly why: Paused | 'full') {
    super(`it would have to wait: ${why}`)
  }
}

/** How many tasks the provider may be making at once, null for no limit of ours; and whether a submission may wait for that. */
export type Queueing = { parallel: number | null; mayWait: boolean }

/**
 * Inserts a submission durably before anything is sent. Where it has to wait, it becomes `queued` and nobody may send it now. If the person's idempotency key is taken, returns the earlier generation
 * as `replayed`. Exception: the same submission, rejected for a retryable reason, is set to be sent again, for this caller alone.
 * @param fingerprints every fingerprint that the same submission may be stored under
 * @throws OverLimit | KeySpent | ImageGone | NoSlot
 */
export async function insert(
  given: GenerationRow,
  images: string[],
  limits: Limits = UNLIMITED,
  fingerprints: readonly string[] = [given.fingerprint],
  { parallel, mayWait }: Queueing = { parallel: null, mayWait: true },
): Promise<{ stored: StoredGeneration; replayed: boolean }> {
  return (await db()).transaction().execute(async (tx) => {
    const why = given.status === 'submitting' ? await whyWait(tx, parallel) : null
    const row = why ? { ...given, ...WAITING } : given
    const isNew = await writeRow(tx, row)
    // Must follow the insert: if that waited for a concurrent deletion to commit, the spent key is visible only now.
    const earlier = isNew ? undefined : await withKeyOf(tx, row)
    await refuseSpentKey(tx, row)
    if (isNew) await writeRest(tx, row, images, limits)
    const replayed = !isNew && !(earlier && (await retry(tx, earlier, row, limits, fingerprints)))
    if (!replayed && !why && parallel !== null) await noteTurns(tx, [row.person], row.created_at)
    if (!replayed && why && !mayWait) throw new NoSlot(why)
    const id = isNew ? row.id : earlier?.id
    const [stored] = id === undefined ? [] : await read((query) => query.where('id', '=', id), tx)
    if (!stored) throw new Error(`generation ${row.id} was written but is not there`)
    return { stored, replayed }
  })
}

const WAITING = { status: 'queued', lease: null, lease_until: null, sent_at: null, expires_at: null } as const

async function writeRow(tx: Tx, row: GenerationRow): Promise<boolean> {
  const inserted = await tx
    .insertInto('generations')
    .values({ ...row, searched: folded(row.prompt) })
    .onConflict((conflict) => conflict.columns(['person', 'idempotency_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Locks the row, so that nobody else sends or deletes it meanwhile. */
function withKeyOf(tx: Tx, { person: user, idempotency_key }: GenerationRow) {
  const query = tx
    .selectFrom('generations')
    .select(['id', 'status', 'failure_code', 'fingerprint'])
    .where('person', '=', user)
    .where('idempotency_key', '=', idempotency_key)
  return dialect().lockRows(query, 'update').executeTakeFirst()
}

async function refuseSpentKey(
  tx: Tx,
  { person: user, idempotency_key, created_at }: GenerationRow,
): Promise<void> {
  if (idempotency_key === null) return
  const spent = await tx
    .selectFrom('spent_keys')
    .select('fingerprint')
    .where('person', '=', user)
    .where('idempotency_key', '=', idempotency_key)
    .where('until', '>', created_at)
    .executeTakeFirst()
  if (spent) throw new KeySpent(spent.fingerprint)
}

async function writeRest(tx: Tx, row: GenerationRow, images: string[], limits: Limits): Promise<void> {
  await addToIndex(tx, [{ id: row.id, searched: folded(row.prompt) }])
  if (images.length > 0) {
    await holdImages(tx, images)
    const links = images.map((image, index) => ({ generation: row.id, place: index + 1, image }))
    await tx.insertInto('generation_images').values(links).execute()
  }
  await noteUse(tx, videoUse(row), limits)
}

/** Locks the images against deletion, waiting for deletions in progress. @throws ImageGone */
async function holdImages(tx: Tx, images: string[]): Promise<void> {
  const query = tx.selectFrom('images').select('id').where('id', 'in', images)
  const found = await dialect().lockRows(query, 'key-share').execute()
  const gone = images.find((image) => !found.some(({ id }) => id === image))
  if (gone !== undefined) throw new ImageGone(gone)
}

type Earlier = Pick<GenerationRow, 'id' | 'status' | 'failure_code' | 'fingerprint'>

/** Resets a retryable rejection for another try. `created_at` becomes that of this try, from which its expiry counts. */
async function retry(
  tx: Tx,
  earlier: Earlier,
  row: GenerationRow,
  limits: Limits,
  fingerprints: readonly string[],
): Promise<boolean> {
  const { id, status, failure_code, fingerprint } = earlier
  if (status !== 'rejected' || !fingerprints.includes(fingerprint)) return false
  if (failure_code === null || !RETRYABLE.includes(failure_code)) return false
  const { lease, lease_until, queue_order, created_at, updated_at, sent_at, expires_at } = row
  await tx
    .updateTable('generations')
    .set({ status: row.status, failure_code: null, failure_message: null })
    .set({ lease, lease_until, queue_order, created_at, updated_at, sent_at, expires_at })
    .where('id', '=', id)
    .execute()
  await noteRetry(tx, videoUse({ ...row, id }), limits)
  return true
}

const videoUse = ({ id, person, duration, resolution, created_at }: GenerationRow) =>
  ({ id, person, kind: 'film', at: created_at, bytes: 0, duration, resolution }) as const
