import { sql, type Transaction } from 'kysely'
import { dialect } from '@/lib/server/db/dialect/current-dialect'
import { type Db, db } from '@/lib/server/db/open'
import type { QueueStateRow, Tables } from '@/lib/server/db/tables'
import { ACTIVE, type Status } from '@/lib/shared/generation'
import type { Paused } from '@/lib/shared/queue'
import { FAILED } from '@/lib/shared/view'
import { inTurn, type Queued } from './in-turn'
import { read, type StoredGeneration } from './reading'

type Tx = Transaction<Tables>

/** Literals, not parameters: only then is a partial index used. */
const ACTIVE_LITERALS = ACTIVE.map((status) => sql.lit(status))
const FAILED_LITERALS = FAILED.map((status) => sql.lit(status))
const QUEUED = sql.lit<Status>('queued')

const iso = (at: number): string => new Date(at).toISOString()

/** Work claimed from the queue: still `queued`, so that nothing is lost if its sender dies before `begin`. */
export type ClaimedToSend = StoredGeneration & { lease: string }

/** How many may be with the provider at a time: in all, null for no limit, and of each person. */
export type Slots = { parallel: number | null; of: (person: string) => number | null }

/** Runs a decision about the queue, serialized across processes. */
async function decide<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return (await db()).transaction().execute(async (tx) => {
    await dialect().enterSection(tx, 'queue')
    return work(tx)
  })
}

const stateOf = (database: Db): Promise<Omit<QueueStateRow, 'id'>> =>
  database.selectFrom('queue_state').select(['paused', 'busy_until', 'busy_wait']).executeTakeFirstOrThrow()

/**
 * The person of each generation that takes a place at the provider: about to be sent, being sent or made, or possibly being made,
 * since its answer was lost and it has not expired.
 */
async function running(database: Db): Promise<string[]> {
  const now = iso(Date.now())
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

/** Which of what waits: everything; what no sender has taken and is due; that without what has an expired lease. */
type Which = 'all' | 'free' | 'unleased'

/** What waits, in the order in which it will be taken. */
async function line(database: Db, which: Which = 'all'): Promise<Queued[]> {
  const now = iso(Date.now())
  const waiting = await database
    .selectFrom('generations')
    .select(['id', 'person'])
    .where('status', '=', QUEUED)
    .$if(which === 'free', (query) =>
      query.where(({ eb, or }) => or([eb('lease', 'is', null), eb('lease_until', '<', now)])),
    )
    .$if(which === 'unleased', (query) => query.where('lease', 'is', null))
    .$if(which !== 'all', (query) =>
      query.where(({ eb, or }) => or([eb('due_at', 'is', null), eb('due_at', '<=', now)])),
    )
    .orderBy('queue_order')
    .orderBy('id')
    .execute()
  const turns = waiting.length > 0 ? await database.selectFrom('queue_turns').selectAll().execute() : []
  return inTurn(waiting, new Map(turns.map(({ person, taken_at }) => [person, taken_at])))
}

/**
 * Why a new submission has to wait: the queue is stopped, or others wait already or have all places (`full`); null if it may be
 * sent. Call within the transaction that inserts it.
 */
export async function whyWait(tx: Tx, parallel: number | null): Promise<Paused | 'full' | null> {
  if (parallel !== null) await dialect().enterSection(tx, 'queue')
  const { paused } = await stateOf(tx)
  if (paused !== null) return paused
  const waiting = tx.selectFrom('generations').select('id').where('status', '=', QUEUED).limit(1)
  if ((await waiting.executeTakeFirst()) !== undefined) return 'full'
  return parallel !== null && (await running(tx)).length >= parallel ? 'full' : null
}

/**
 * Claims what may be sent now, people by turns. After the provider was busy, one at a time until it accepts something.
 * @param lease unique id of this claim
 * @param ms length of the lease
 * @param readSlots called only when something waits
 * @param takeOver whether also what another sender has taken and not sent within its lease; false while the clock was just set
 */
async function claim(
  limit: number,
  lease: string,
  ms: number,
  readSlots: () => Promise<Slots>,
  takeOver = true,
): Promise<ClaimedToSend[]> {
  if (!(await mayHaveWork())) return []
  const slots = await readSlots()
  return decide(async (tx) => {
    const { paused, busy_until, busy_wait } = await stateOf(tx)
    const now = Date.now()
    if (paused !== null || (busy_until !== null && busy_until > iso(now))) return []
    const ids = await nextFor(tx, busy_wait > 0 ? Math.min(1, limit) : limit, slots, takeOver)
    if (ids.length === 0) return []
    await tx
      .updateTable('generations')
      .set({ lease, lease_until: iso(now + ms) })
      .where('id', 'in', ids)
      .execute()
    const claimed = await read((query) => query.where('id', 'in', ids), tx)
    await noteTurns(
      tx,
      claimed.map(({ person }) => person),
      iso(now),
    )
    return claimed.map((row) => ({ ...row, lease }))
  })
}

/** Spares an empty queue the transaction. */
async function mayHaveWork(): Promise<boolean> {
  const database = await db()
  const query = database.selectFrom('generations').select('id').where('status', '=', QUEUED).limit(1)
  return (await query.executeTakeFirst()) !== undefined
}

async function nextFor(tx: Tx, limit: number, { parallel, of }: Slots, takeOver: boolean): Promise<string[]> {
  const taken = await running(tx)
  const free = parallel === null ? limit : Math.min(limit, parallel - taken.length)
  const ids: string[] = []
  for (const { id, person } of free > 0 ? await line(tx, takeOver ? 'free' : 'unleased') : []) {
    const most = of(person)
    if (most !== null && taken.filter((one) => one === person).length >= most) continue
    ids.push(id)
    taken.push(person)
    if (ids.length === free) break
  }
  return ids
}

/** Notes that these people were served: others come first the next time. */
export async function noteTurns(tx: Tx, people: string[], taken_at: string): Promise<void> {
  for (const person of new Set(people)) {
    await tx
      .insertInto('queue_turns')
      .values({ person, taken_at })
      .onConflict((conflict) => conflict.column('person').doUpdateSet({ taken_at }))
      .execute()
  }
}

/**
 * Marks a claimed generation as being sent, which from now on may cost money.
 * @param expiresAt when the provider would give the task up
 * @returns false when it must not be sent: it was deleted, or another process has taken it
 */
async function begin(id: string, lease: string, expiresAt: string): Promise<boolean> {
  const now = iso(Date.now())
  const begun = await (await db())
    .updateTable('generations')
    .set({ status: 'submitting', due_at: null, sent_at: now, expires_at: expiresAt, updated_at: now })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .where('status', '=', 'queued')
    .returning('id')
    .executeTakeFirst()
  return begun !== undefined
}

/** Lets a claimed generation wait, for instance for disk space. */
async function postpone(
  id: string,
  lease: string,
  schedule: { due_at: string; wait: number },
): Promise<void> {
  await (await db())
    .updateTable('generations')
    .set({ ...schedule, lease: null, lease_until: null })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .where('status', '=', 'queued')
    .execute()
}

/** Stops the queue, or lets it go on (null). Going on tries at once, whatever the provider said last. */
async function pause(paused: Paused | null): Promise<void> {
  const goOn = paused === null ? { busy_until: null } : {}
  await (await db())
    .updateTable('queue_state')
    .set({ paused, ...goOn })
    .execute()
}

/** The provider is busy: nothing is sent until then. */
async function busy(until: string, wait: number): Promise<void> {
  await (await db()).updateTable('queue_state').set({ busy_until: until, busy_wait: wait }).execute()
}

/** The provider has accepted something: it is busy no longer. Writes nothing if it was not. */
async function accepted(): Promise<void> {
  await (await db())
    .updateTable('queue_state')
    .set({ busy_until: null, busy_wait: 0 })
    .where(({ eb, or }) => or([eb('busy_until', 'is not', null), eb('busy_wait', '>', 0)]))
    .execute()
}

/** A place at the provider has become free, so that trying is worth it whatever it said last. */
async function slotFreed(): Promise<void> {
  await (await db())
    .updateTable('queue_state')
    .set({ busy_until: null })
    .where('busy_until', 'is not', null)
    .execute()
}

/** Puts a queued generation before the person's others. false: it is not theirs, or no longer queued. */
async function putFirst(id: string, person: string): Promise<boolean> {
  return decide(async (tx) => {
    const own = () => tx.selectFrom('generations').where('person', '=', person).where('status', '=', QUEUED)
    const { first } = await own()
      .select((of) => of.fn.min('queue_order').as('first'))
      .executeTakeFirstOrThrow()
    const moved = await tx
      .updateTable('generations')
      .set({ queue_order: Number(first ?? 0) - 1 })
      .where('id', '=', id)
      .where('person', '=', person)
      .where('status', '=', 'queued')
      .returning('id')
      .executeTakeFirst()
    return moved !== undefined
  })
}

/** The queue’s state alone. */
const state = async (): Promise<Omit<QueueStateRow, 'id'>> => stateOf(await db())

/** The queue as it stands: its state, the ids in it in the order in which they will be sent, and how many are with the provider. */
async function standing(): Promise<Omit<QueueStateRow, 'id'> & { ids: string[]; running: number }> {
  const database = await db()
  // One after the other, so that a request holds one connection.
  const waiting = await line(database)
  const taken = await running(database)
  return { ...(await stateOf(database)), ids: waiting.map(({ id }) => id), running: taken.length }
}

/** The line in which submissions wait to be sent to the provider. */
export const queue = { claim, begin, postpone, pause, busy, accepted, slotFreed, putFirst, state, standing }
