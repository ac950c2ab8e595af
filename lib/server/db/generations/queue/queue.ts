import type { Transaction } from 'kysely'
import { dialect } from '@/lib/server/db/dialect/current-dialect'
import { read, type StoredGeneration } from '@/lib/server/db/generations/reading'
import { db } from '@/lib/server/db/open'
import type { Tables } from '@/lib/server/db/tables'
import type { Paused } from '@/lib/shared/queue'
import { isAnyQueued, line, QUEUED, readState, running, standing, stateOf } from './line'

type Tx = Transaction<Tables>

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
  if (!(await isAnyQueued(await db()))) return [] // spares an empty queue the transaction
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

/** A slot at the provider has become free, so that trying is worth it whatever it said last. */
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

/**
 * Corrects times that a clock set forward and back has left far ahead: a busy provider, and people who would be served last.
 * @param ms the farthest ahead that they can be beyond the wait itself
 * @returns the number of corrected rows
 */
async function mendTimes(ms: number): Promise<number> {
  const database = await db()
  const { busy_until, busy_wait } = await readState()
  const isFar = busy_until !== null && busy_until > iso(Date.now() + 2 * busy_wait + ms)
  if (isFar) await slotFreed()
  const turns = await database
    .deleteFrom('queue_turns')
    .where('taken_at', '>', iso(Date.now() + ms))
    .executeTakeFirst()
  return Number(isFar) + Number(turns.numDeletedRows)
}

/** The line in which submissions wait to be sent to the provider. */
export const queue = {
  claim,
  begin,
  postpone,
  pause,
  busy,
  accepted,
  slotFreed,
  putFirst,
  mendTimes,
  state: readState,
  standing,
}
