import type { Kysely, Transaction } from 'kysely'
import { ulid } from 'ulid'
import { dialect } from '@/lib/server/db/dialect/current-dialect'
import type { Tables } from '@/lib/server/db/tables'
import type { UseRow } from '@/lib/server/db/team-tables'
import { ACTIVE } from '@/lib/shared/generation'
import type { LimitName, Limits } from '@/lib/shared/limits'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Retry delay in ms where the limit is on concurrent videos: nobody knows when one will be ready. */
const RECHECK_MS = 30_000
const MEGABYTE = 1_000_000 // bytes

/** A use would exceed a limit. `wait`: estimated ms until it fits. */
export class OverLimit extends Error {
  override name = 'OverLimit'
  constructor(
    readonly limit: LimitName,
    readonly most: number,
    readonly wait: number,
  ) {
    super(`over ${limit}: ${most}`)
  }
}

type NewUse = Pick<UseRow, 'id' | 'person' | 'kind' | 'at' | 'bytes'> & Partial<UseRow>

/**
 * Records a use in the transaction that stores what it is for. A person's uses are serialized across processes, so two concurrent
 * requests never both take the last one.
 * @throws OverLimit
 */
export async function noteUse(tx: Transaction<Tables>, use: NewUse, limits: Limits): Promise<void> {
  await takeTurn(tx, use, limits)
  await tx.insertInto('uses').values(use).execute()
  await keepLimits(tx, use, limits)
}

/**
 * Records a retry of something refused. The earlier try becomes a use of its own, which counts against the rate per minute alone.
 * @throws OverLimit
 */
export async function noteRetry(tx: Transaction<Tables>, use: NewUse, limits: Limits): Promise<void> {
  await takeTurn(tx, use, limits)
  const before = await tx.selectFrom('uses').selectAll().where('id', '=', use.id).executeTakeFirst()
  if (before) {
    await tx
      .insertInto('uses')
      .values({ ...before, id: ulid(), outcome: 'rejected' })
      .execute()
    await tx.updateTable('uses').set({ at: use.at }).where('id', '=', use.id).execute()
  }
  await keepLimits(tx, use, limits)
}

const isLimited = (limits: Limits): boolean => Object.values(limits).some((most) => most !== null)

async function takeTurn(tx: Transaction<Tables>, { person: user }: NewUse, limits: Limits): Promise<void> {
  if (isLimited(limits)) await dialect().enterSection(tx, user)
}

async function keepLimits(tx: Transaction<Tables>, use: NewUse, limits: Limits): Promise<void> {
  if (!isLimited(limits)) return
  const { perMinute, atOnce, perDay, imageMbPerDay } = limits
  if (use.kind === 'image') {
    await keepWithin(tx, use, 'imageMbPerDay', imageMbPerDay, DAY_MS)
  } else {
    await keepWithin(tx, use, 'perMinute', perMinute, MINUTE_MS)
    await keepWithin(tx, use, 'perDay', perDay, DAY_MS)
    await keepAtOnce(tx, use, atOnce)
  }
}

/** @throws OverLimit */
export async function keepWithin(
  tx: Kysely<Tables>,
  use: NewUse,
  limit: LimitName,
  most: number | null,
  ms: number,
): Promise<void> {
  if (most === null) return
  const now = Date.parse(use.at)
  const rows = await tx
    .selectFrom('uses')
    .leftJoin('generations', 'generations.id', 'uses.id')
    .select(['uses.at', 'uses.bytes', 'uses.outcome', 'generations.status'])
    .where('uses.person', '=', use.person)
    .where('uses.kind', '=', use.kind)
    .where('uses.at', '>', new Date(now - ms).toISOString())
    .where('uses.id', '!=', use.id)
    .orderBy('uses.at', 'desc')
    .execute()
  // A rejected submission produced no video, so it counts against the rate per minute alone.
  const counted =
    limit === 'perMinute' ? rows : rows.filter((row) => (row.status ?? row.outcome) !== 'rejected')
  const amount = (bytes: number) => (use.kind === 'image' ? bytes : 1)
  const at = fitsAt(
    counted.map((row) => ({ at: row.at, amount: amount(row.bytes) })),
    amount(use.bytes),
    use.kind === 'image' ? most * MEGABYTE : most,
    ms,
    now,
  )
  if (at !== null) throw new OverLimit(limit, most, at - now)
}

/** @param more number of videos not stored yet. @throws OverLimit */
export async function keepAtOnce(
  tx: Kysely<Tables>,
  { person: user }: NewUse,
  most: number | null,
  more = 0,
): Promise<void> {
  if (most === null) return
  const { count } = await tx
    .selectFrom('generations')
    .select((row) => row.fn.countAll().as('count'))
    .where('person', '=', user)
    .where('status', 'in', ACTIVE)
    .where('status', '!=', 'queued') // nothing is being made of it yet
    .executeTakeFirstOrThrow()
  if (Number(count) + more > most) throw new OverLimit('atOnce', most, RECHECK_MS)
}

type CountedUse = { at: string; amount: number }

/**
 * When a use of `amount` fits within `most` per sliding window of `ms`, in ms since 1970; null: now.
 * @param uses newest first, none older than `ms`
 */
export function fitsAt(
  uses: readonly CountedUse[],
  amount: number,
  most: number,
  ms: number,
  now: number,
): number | null {
  if (amount > most) return now + ms
  let sum = amount
  for (const use of uses) {
    sum += use.amount
    if (sum > most) return Date.parse(use.at) + ms
  }
  return null
}
