import type { Transaction } from 'kysely'
import { dialect } from '@/lib/server/db/dialect/current-dialect'
import { noteRetry, noteUse } from '@/lib/server/db/limits/uses'
import { db } from '@/lib/server/db/open'
import { reserve } from '@/lib/server/db/spend/reserve'
import type { GenerationRow, Tables } from '@/lib/server/db/tables'
import { type Limits, UNLIMITED } from '@/lib/shared/limits'
import type { Paused } from '@/lib/shared/queue'
import { RETRYABLE } from '@/lib/shared/retry'
import { folded } from '@/lib/shared/search'
import { addToIndex } from './prompt-index'
import { freeSlots } from './queue/line'
import { noteTurns } from './queue/queue'
import { read, type StoredGeneration } from './reading'
import { writeTags } from './tags'

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

/** The idempotency key belongs to a different submission. */
export class KeyTaken extends Error {
  override name = 'KeyTaken'
  constructor() {
    super('the key belongs to another submission')
  }
}

/** How many tasks the provider may be making at once, null for no limit of ours; and whether a submission may wait for that. */
export type Queueing = { parallel: number | null; mayWait: boolean }

/** A submission with its images, in order. */
export type NewGeneration = {
  row: GenerationRow
  images: readonly string[]
  /** Every fingerprint that the same submission may be stored under; the row's own if left out. */
  fingerprints?: readonly string[]
  /** Without repeats; what repeats an earlier submission keeps that one's. */
  tags?: readonly string[]
}

/** `replayed`: its key was known, so that this is the earlier generation. */
export type Inserted = { stored: StoredGeneration; replayed: boolean }

/**
 * What a caller may already have made under `key` by another kind of request, which the keys of the rows don't show: generations
 * under `keys` whose fingerprint `isOther`.
 */
export type Rivals = { key: string; keys: readonly string[]; isOther: (fingerprint: string) => boolean }

export type InsertOptions = { limits?: Limits; queueing?: Queueing; rivals?: Rivals | null }

/** Inserts one submission, as `insertAll` does. */
export async function insert(
  row: GenerationRow,
  images: readonly string[],
  limits?: Limits,
  fingerprints?: readonly string[],
  queueing?: Queueing,
  tags?: readonly string[],
): Promise<Inserted> {
  const [inserted] = await insertAll([{ row, images, fingerprints, tags }], { limits, queueing })
  if (!inserted) throw new Error(`generation ${row.id} was not inserted`)
  return inserted
}

/**
 * Inserts submissions of one person durably before anything is sent: all of them or none. Those that have to wait become `queued`
 * and nobody may send them now. Where a person's idempotency key is taken, the earlier generation is `replayed`. Exception: the same submission,
 * rejected for a retryable reason, is set to be sent again, for this caller alone.
 * @returns one for each, in order
 * @throws OverLimit | OverBudget | KeySpent | KeyTaken | ImageGone | NoSlot
 */
export async function insertAll(
  given: readonly NewGeneration[],
  options: InsertOptions = {},
): Promise<Inserted[]> {
  return (await db()).transaction().execute((tx) => insertAllIn(tx, given, options))
}

/** {@link insertAll} within a transaction that writes more. */
export async function insertAllIn(
  tx: Tx,
  given: readonly NewGeneration[],
  {
    limits = UNLIMITED,
    queueing: { parallel, mayWait } = { parallel: null, mayWait: true },
    rivals = null,
  }: InsertOptions = {},
): Promise<Inserted[]> {
  const [first] = given
  if (!first) return []
  const { person, created_at } = first.row
  const { lined, why } = await lineUp(tx, given, parallel)
  if (rivals) await refuseRivals(tx, person, rivals)
  const written = await writeRows(tx, lined)
  // Must follow the insert: if that waited for a concurrent deletion to commit, the spent key is visible only now.
  const earlier = await withKeysOf(tx, written.known)
  await refuseSpentKeys(tx, lined)
  await writeRest(tx, written.fresh, limits)
  const again = await retryAll(tx, written.known, earlier, limits)
  const toSend = [...written.fresh, ...again].filter(({ row }) => row.status === 'submitting')
  if (toSend.length > 0 && parallel !== null) await noteTurns(tx, [person], created_at)
  if (!mayWait && [...written.fresh, ...again].some(({ waits }) => waits)) throw new NoSlot(why)
  return readAll(tx, lined, earlier, new Set([...written.fresh, ...again]))
}

/** `waits`: it would be sent now if there were a slot. */
type Lined = NewGeneration & { waits: boolean }

const WAITING = { status: 'queued', lease: null, lease_until: null, sent_at: null, expires_at: null } as const

/** Lets those wait for which there is no slot at the provider, the last ones first. */
async function lineUp(
  tx: Tx,
  given: readonly NewGeneration[],
  parallel: number | null,
): Promise<{ lined: Lined[]; why: Paused | 'full' }> {
  const now = given.filter(({ row }) => row.status === 'submitting')
  const { free, why } = now.length > 0 ? await freeSlots(tx, parallel) : { free: 0, why: 'full' as const }
  const waiting = new Set(now.slice(Math.max(0, free)))
  const lined = given.map((one) => {
    const waits = waiting.has(one)
    return { ...one, row: waits ? { ...one.row, ...WAITING } : one.row, waits }
  })
  return { lined, why }
}

/** @throws KeyTaken */
async function refuseRivals(tx: Tx, person: string, { key, keys, isOther }: Rivals): Promise<void> {
  await dialect().enterSection(tx, `key ${person} ${key}`) // two kinds at once don't meet in the index of keys
  for (const table of ['generations', 'spent_keys'] as const) {
    const found = await tx
      .selectFrom(table)
      .select('fingerprint')
      .where('person', '=', person)
      .where('idempotency_key', 'in', keys)
      .execute()
    if (found.some(({ fingerprint }) => isOther(fingerprint))) throw new KeyTaken()
  }
}

/** Rows of one statement: databases limit its parameters, of which a row has some forty. */
const ROWS = 100

/** Writes the rows down; `known`: those whose key is taken. */
async function writeRows(tx: Tx, lined: Lined[]): Promise<{ fresh: Lined[]; known: Lined[] }> {
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

type Earlier = Pick<GenerationRow, 'id' | 'status' | 'failure_code' | 'fingerprint'>
type ByKey = ReadonlyMap<string | null, Earlier>

/**
 * The generations that have these keys. Locks them, so that nobody else sends or deletes them meanwhile.
 * @throws KeyTaken
 */
async function withKeysOf(tx: Tx, known: readonly Lined[]): Promise<ByKey> {
  const [first] = known
  if (!first) return new Map()
  const query = tx
    .selectFrom('generations')
    .select(['id', 'status', 'failure_code', 'fingerprint', 'idempotency_key'])
    .where('person', '=', first.row.person)
    .where('idempotency_key', 'in', keysOf(known))
    .orderBy('id')
  const rows = await dialect().lockRows(query, 'update').execute()
  const earlier = new Map(rows.map((row) => [row.idempotency_key, row]))
  for (const { row, fingerprints = [row.fingerprint] } of known) {
    const other = earlier.get(row.idempotency_key)
    if (other && !fingerprints.includes(other.fingerprint)) throw new KeyTaken()
  }
  return earlier
}

const keysOf = (lined: readonly Lined[]): string[] => lined.flatMap(({ row }) => row.idempotency_key ?? [])

/** @throws KeySpent */
async function refuseSpentKeys(tx: Tx, lined: readonly Lined[]): Promise<void> {
  const keys = keysOf(lined)
  const [first] = lined
  if (!first || keys.length === 0) return
  const spent = await tx
    .selectFrom('spent_keys')
    .select('fingerprint')
    .where('person', '=', first.row.person)
    .where('idempotency_key', 'in', keys)
    .where('until', '>', first.row.created_at)
    .executeTakeFirst()
  if (spent) throw new KeySpent(spent.fingerprint)
}

async function writeRest(tx: Tx, fresh: readonly Lined[], limits: Limits): Promise<void> {
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

/** Resets the retryable rejections among the known ones for another try. @returns those */
async function retryAll(tx: Tx, known: readonly Lined[], earlier: ByKey, limits: Limits): Promise<Lined[]> {
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

async function readAll(
  tx: Tx,
  lined: readonly Lined[],
  earlier: ByKey,
  toSend: ReadonlySet<Lined>,
): Promise<Inserted[]> {
  const ids = lined.map(({ row }) => earlier.get(row.idempotency_key)?.id ?? row.id)
  const rows = await read((query) => query.where('id', 'in', ids), tx)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return lined.map((one, index) => {
    const stored = byId.get(ids[index] ?? '')
    if (!stored) throw new Error(`generation ${one.row.id} was written but is not there`)
    return { stored, replayed: !toSend.has(one) }
  })
}

const videoUse = ({ id, person, duration, resolution, created_at }: GenerationRow) =>
  ({ id, person, kind: 'film', at: created_at, bytes: 0, duration, resolution }) as const
