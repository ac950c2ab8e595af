import { sql } from 'kysely'
import type { Db } from '@/lib/server/db/open'
import type { Status } from '@/lib/shared/generation'
import type { CostState } from '@/lib/shared/spend/cost'
import { costState } from '@/lib/shared/spend/cost-state'
import type { FailedTasks } from '@/lib/shared/spend/prices'
import type { UsageBy } from '@/lib/shared/spend/usage'

/** Which videos: written down from one time up to another, exclusive, ISO 8601; null for all. `person` null: everybody's. */
export type Span = { from: string | null; until: string | null; person: string | null }

/** A part of the sums: all videos of one key whose credits are in one state and one currency. */
export type Entry = {
  key: string | null
  state: CostState
  currency: string | null
  credits: number
  amount: number
  seconds: number
  count: number
  unpriced: number
}

const KEYS = {
  person: sql<string | null>`uses.person`,
  token: sql<string | null>`uses.token`,
  model: sql<string | null>`uses.model`,
  month: sql<string | null>`substr(uses.at, 1, 7)`,
  all: sql<string | null>`null`,
} satisfies Record<UsageBy | 'all', unknown>

/**
 * Sums what was written down, deleted videos included. The database adds up by how each video stands, so that one function decides
 * what that means for its credits.
 * @param besides the id of a use to leave out
 */
export async function sumsOf(
  database: Db,
  { from, until, person }: Span,
  by: UsageBy | 'all',
  failed: FailedTasks,
  besides = '',
): Promise<Entry[]> {
  const key = KEYS[by]
  const rows = await database
    .selectFrom('uses')
    .leftJoin('generations', 'generations.id', 'uses.id')
    .select(({ fn }) => [
      key.as('key'),
      'generations.status',
      'generations.failure_code',
      'uses.outcome',
      'uses.failure_code as failure_then',
      'uses.currency',
      fn.sum('uses.credits').as('credits'),
      sql<number | null>`sum(uses.credits * uses.thousand) / 1000`.as('amount'),
      fn.sum('uses.duration').as('seconds'),
      fn.countAll().as('count'),
      fn.count('uses.credits').as('priced'),
    ])
    .where('uses.kind', '=', 'film')
    .where('uses.id', '!=', besides)
    .$if(from !== null, (query) => query.where('uses.at', '>=', from ?? ''))
    .$if(until !== null, (query) => query.where('uses.at', '<', until ?? ''))
    .$if(person !== null, (query) => query.where('uses.person', '=', person ?? ''))
    .groupBy(({ ref }) => [
      ...(by === 'all' ? [] : [key]),
      ref('generations.status'),
      ref('generations.failure_code'),
      ref('uses.outcome'),
      ref('uses.failure_code'),
      ref('uses.currency'),
    ])
    .execute()
  return rows.map((row) => ({
    key: row.key,
    state: costState(standingOf(row), failed),
    currency: row.currency,
    credits: Number(row.credits),
    amount: Number(row.amount),
    seconds: Number(row.seconds),
    count: Number(row.count),
    unpriced: Number(row.count) - Number(row.priced),
  }))
}

type Stands = {
  status: Status | null
  failure_code: string | null
  outcome: Status | null
  failure_then: string | null
}

/** A use with an outcome of its own is of a video that was deleted, or of a try before the one that is kept. */
const standingOf = ({ status, failure_code, outcome, failure_then }: Stands) =>
  status === null
    ? { status: outcome ?? 'unknown', failureCode: failure_then, deleted: true }
    : { status, failureCode: failure_code, deleted: false }
