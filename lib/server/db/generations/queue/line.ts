import { type ExpressionBuilder, sql, type Transaction } from 'kysely'
import { dialect } from '@/lib/server/db/dialect/current-dialect'
import { type Db, db } from '@/lib/server/db/open'
import type { QueueStateRow, Tables } from '@/lib/server/db/tables'
import { ACTIVE, type Status } from '@/lib/shared/generation'
import type { Paused } from '@/lib/shared/queue'
import { FAILED } from '@/lib/shared/view'
import { inTurn, type Queued } from './in-turn'

/** Literals, not parameters: only then is a partial index used. */
const ACTIVE_LITERALS = ACTIVE.map((status) => sql.lit(status))
const FAILED_LITERALS = FAILED.map((status) => sql.lit(status))
export const QUEUED = sql.lit<Status>('queued')

type State = Omit<QueueStateRow, 'id'>

/** Whether the queue is stopped, or the provider busy. */
export const stateOf = (database: Db): Promise<State> =>
  database.selectFrom('queue_state').select(['paused', 'busy_until', 'busy_wait']).executeTakeFirstOrThrow()

/**
 * The person of each generation that takes a slot at the provider: about to be sent, being sent or made, or possibly being made,
 * since its answer was lost and it has not expired.
 */
export async function running(database: Db): Promise<string[]> {
  const now = new Date().toISOString()
  const known = await database
    .selectFrom('generations')
    .select('person')
    .where('status', 'in', ACTIVE_LITERALS)
    .where('status', '!=', 'saving')
    .where(({ eb, or }) => or([eb('status', '!=', 'queued'), eb('lease_until', '>', now)]))
    .execute()
  const lost = await database
    .selectFrom('generations')
    .select('person')
    .where('status', 'in', FAILED_LITERALS)
    .where('status', '=', 'unknown')
    .where('expires_at', '>', now)
    .execute()
  return [...known, ...lost].map(({ person }) => person)
}

/**
 * Which of what waits: everything; what no sender has taken, is due and in no batch that is held; that without what has an expired
 * lease.
 */
type Which = 'all' | 'free' | 'unleased'

/** What waits, in the order in which it will be taken. */
export async function line(database: Db, which: Which = 'all'): Promise<Queued[]> {
  const now = new Date().toISOString()
  const waiting = await database
    .selectFrom('generations')
    .select(['id', 'person'])
    .where('status', '=', QUEUED)
    .$if(which === 'free', (query) =>
      query.where(({ eb, or }) => or([eb('lease', 'is', null), eb('lease_until', '<', now)])),
    )
    .$if(which === 'unleased', (query) => query.where('lease', 'is', null))
    .$if(which !== 'all', (query) =>
      query.where(({ eb, or }) => or([eb('due_at', 'is', null), eb('due_at', '<=', now)])).where(notHeld),
    )
    .orderBy('queue_order')
    .orderBy('id')
    .execute()
  const turns = waiting.length > 0 ? await database.selectFrom('queue_turns').selectAll().execute() : []
  return inTurn(waiting, new Map(turns.map(({ person, taken_at }) => [person, taken_at])))
}

type Where = ExpressionBuilder<Tables, 'generations'>

const held = (where: Where) => where.selectFrom('batches').select('batches.id').where('paused', '=', 1)

/** In no batch that a person holds. */
const notHeld = (where: Where) =>
  where.or([where('batch', 'is', null), where('batch', 'not in', held(where))])

/** Whether anything waits for a slot. Cheap, since an empty queue is the usual one. */
export async function isAnyQueued(database: Db): Promise<boolean> {
  const query = database.selectFrom('generations').select('id').where('status', '=', QUEUED)
  return (await query.where(notHeld).limit(1).executeTakeFirst()) !== undefined
}

/**
 * How many new submissions may be sent now, and why all beyond that have to wait: the queue is stopped, or others wait already or
 * have all slots (`full`). Call within the transaction that inserts them.
 */
export async function freeSlots(
  tx: Transaction<Tables>,
  parallel: number | null,
): Promise<{ free: number; why: Paused | 'full' }> {
  if (parallel !== null) await dialect().enterSection(tx, 'queue')
  const { paused } = await stateOf(tx)
  if (paused !== null) return { free: 0, why: paused }
  if (await isAnyQueued(tx)) return { free: 0, why: 'full' }
  const free = parallel === null ? Number.POSITIVE_INFINITY : parallel - (await running(tx)).length
  return { free, why: 'full' }
}

/** The queue’s state alone. */
export const readState = async (): Promise<State> => stateOf(await db())

/**
 * The queue as it stands: its state, the ids in it in the order in which they will be sent, those of them in batches that are held,
 * and how many are with the provider.
 */
export async function standing(): Promise<State & { ids: string[]; held: Set<string>; running: number }> {
  const database = await db()
  // One after the other, so that a request holds one connection.
  const waiting = await line(database)
  const taken = await running(database)
  const inHeld = await database
    .selectFrom('generations')
    .select('id')
    .where('status', '=', QUEUED)
    .where((where) => where('batch', 'in', held(where)))
    .execute()
  return {
    ...(await stateOf(database)),
    ids: waiting.map(({ id }) => id),
    held: new Set(inHeld.map(({ id }) => id)),
    running: taken.length,
  }
}
