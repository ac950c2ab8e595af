import type { Transaction } from 'kysely'
import { db } from '@/lib/server/db/open'
import type { GenerationRow, Tables } from '@/lib/server/db/tables'
import { type Limits, UNLIMITED } from '@/lib/shared/limits'
import type { Paused } from '@/lib/shared/queue'
import { type Rivals, refuseRivals, refuseSpentKeys, withKeysOf } from './insert-keys'
import { type ByKey, type Lined, type NewGeneration, retryAll, writeRest, writeRows } from './insert-rows'
import { freeSlots } from './queue/line'
import { noteTurns } from './queue/queue'
import { read, type StoredGeneration } from './reading'

type Tx = Transaction<Tables>

/** The submission would have to wait in the queue, and may not. */
export class NoSlot extends Error {
  override name = 'NoSlot'
  constructor(readonly why: Paused | 'full') {
    super(`it would have to wait: ${why}`)
  }
}

/** How many tasks the provider may be making at once, null for no limit of ours; and whether a submission may wait for that. */
export type Queueing = { parallel: number | null; mayWait: boolean }

/** `replayed`: its key was known, so that this is the earlier generation. */
export type Inserted = { stored: StoredGeneration; replayed: boolean }

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
 * and nobody may send them now. Where a person's idempotency key is taken, the earlier generation is `replayed`. Exception: the same
 * submission, rejected for a retryable reason, is set to be sent again, for this caller alone.
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
