import { sql, type Transaction } from 'kysely'
import { ACTIVE } from '@/lib/shared/generation'
import type { LimitName, Limits } from '@/lib/shared/limits'
import { isAlone } from './alone'
import { fitsAt } from './fits'
import type { Tables } from './tables'
import type { UseRow } from './team-tables'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Nobody knows when a film will be ready: a short while, and then another look. */
const SHORT_WHILE_MS = 30_000
const MEGABYTE = 1_000_000 // bytes

/** One more would be more than the person may. `wait` ms until it fits, as far as that can be known. */
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

type Use = Pick<UseRow, 'id' | 'person' | 'kind' | 'at' | 'bytes'> & Partial<UseRow>

/**
 * Notes a use in the transaction that writes down what it is for, so that both are there or neither. People's turns
 * come one after the other, also between processes, so that two presses at once never both see the last free place.
 * @throws OverLimit
 */
export async function noteUse(tx: Transaction<Tables>, use: Use, limits: Limits): Promise<void> {
  const limited = Object.values(limits).some((most) => most !== null)
  if (limited && !isAlone()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${use.person}, 0))`.execute(tx)
  }
  await tx.insertInto('uses').values(use).execute()
  if (!limited) return
  const { perMinute, atOnce, perDay, imageMbPerDay } = limits
  if (use.kind === 'image') {
    await keepWithin(tx, use, 'imageMbPerDay', imageMbPerDay, DAY_MS)
  } else {
    await keepWithin(tx, use, 'perMinute', perMinute, MINUTE_MS)
    await keepWithin(tx, use, 'perDay', perDay, DAY_MS)
    await keepAtOnce(tx, use, atOnce)
  }
}

async function keepWithin(
  tx: Transaction<Tables>,
  use: Use,
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
  // Of what the provider refused at once, nothing was made: only the haste counts.
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

async function keepAtOnce(tx: Transaction<Tables>, { person }: Use, most: number | null): Promise<void> {
  if (most === null) return
  const { count } = await tx
    .selectFrom('generations')
    .select((row) => row.fn.countAll().as('count'))
    .where('person', '=', person)
    .where('status', 'in', ACTIVE)
    .executeTakeFirstOrThrow()
  if (Number(count) > most) throw new OverLimit('atOnce', most, SHORT_WHILE_MS)
}
