import { sql } from 'kysely'
import { dialect } from '@/lib/server/db/dialect/current-dialect'
import { db } from '@/lib/server/db/open'
import type { DeletionRow, GenerationRow } from '@/lib/server/db/tables'
import { ACTIVE, type Status } from '@/lib/shared/generation'
import type { Change } from './records'
import { release } from './release'

/** Columns that the work needs, without the long prompts: thousands of rows are claimed a minute. */
const NEEDED = [
  ...(['id', 'status', 'taskid', 'model', 'settings', 'created_at', 'expires_at', 'finished_at'] as const),
  ...(['wait', 'missing_since', 'seen_at', 'trouble_since', 'failure_code', 'updated_at'] as const),
  ...(['results', 'save_tries', 'video', 'last_frame'] as const),
] as const

export type Due = Pick<GenerationRow, (typeof NEEDED)[number]>

/** Claimed work, which nobody else touches before `lease_until`. */
export type Claimed = Due & { lease: string }

/** Literals, not parameters: only then does SQLite use the partial index. */
const BEING_MADE = ACTIVE.map((status) => sql.lit(status))

const iso = (at: number): string => new Date(at).toISOString()

/** Not leased, or the lease has expired. */
const isFree = (now: number) => sql<boolean>`(lease is null or lease_until < ${iso(now)})`
const isUnleased = sql<boolean>`lease is null`

/**
 * Claims due work, oldest first. Processes sharing a PostgreSQL skip rows that another is claiming, so nothing is claimed twice.
 * @param lease unique id of this claim
 * @param ms length of the lease
 * @param takeOver whether to claim work whose lease has expired; false while the clock was just set
 */
async function claim(
  statuses: Status[],
  limit: number,
  lease: string,
  ms: number,
  takeOver = true,
): Promise<Claimed[]> {
  const now = Date.now()
  const database = await db()
  const free = database
    .selectFrom('generations')
    .select('id')
    .where('due_at', '<=', iso(now))
    .where('status', 'in', statuses)
    .where(takeOver ? isFree(now) : isUnleased)
    .orderBy('due_at')
    .limit(limit)
  const due = dialect().lockRows(free, 'update-skip-locked')
  const rows = await database
    .with('due', () => due)
    .updateTable('generations')
    .set({ lease, lease_until: iso(now + ms) })
    .where('id', 'in', (select) => select.selectFrom('due').select('due.id'))
    .returning(NEEDED)
    .execute()
  return rows.map((row) => ({ ...row, lease }))
}

/** Extends a lease. false: it was lost, and the work must stop. */
async function extend(id: string, lease: string, ms: number): Promise<boolean> {
  const extended = await (await db())
    .updateTable('generations')
    .set({ lease_until: iso(Date.now() + ms) })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .returning('id')
    .executeTakeFirst()
  return extended !== undefined
}

/**
 * Marks generations whose sender died while sending, since it can't be known whether the request arrived. With a single process
 * every sender of an earlier run is dead at once; otherwise when its lease has expired.
 */
async function giveUpSending(change: Change): Promise<string[]> {
  const now = new Date().toISOString()
  const rows = await (await db())
    .updateTable('generations')
    .set({ ...change, lease: null, lease_until: null, updated_at: now })
    .where('status', '=', 'submitting')
    .where('lease_until', '<', now)
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Expires all leases at the start of a single process: their holders are gone. */
async function forgetLeases(): Promise<void> {
  if (!dialect().singleProcess) return
  await (await db())
    .updateTable('generations')
    .set({ lease_until: iso(0) })
    .where('lease', 'is not', null)
    .execute()
}

/** Spreads work that fell due during downtime over the next `ms`, so that the provider isn't polled for all of it at once. */
async function spreadOverdue(ms: number): Promise<void> {
  const now = Date.now()
  const database = await db()
  const overdue = await database
    .selectFrom('generations')
    .select('id')
    .where('due_at', '<', iso(now))
    .where('status', '!=', 'saving')
    .where(isFree(now))
    .execute()
  const slots = Math.min(50, overdue.length)
  for (let slot = 0; slot < slots; slot++) {
    const ids = overdue.filter((_, index) => index % slots === slot).map((row) => row.id)
    await database
      .updateTable('generations')
      .set({ due_at: iso(now + (ms * slot) / slots) })
      .where('id', 'in', ids)
      .execute()
  }
}

/** Number of other generations that the provider currently reports as unknown. */
async function countMissing(besides: string): Promise<number> {
  const { count } = await (await db())
    .selectFrom('generations')
    .select((row) => row.fn.countAll().as('count'))
    .where('status', 'in', BEING_MADE)
    .where('missing_since', 'is not', null)
    .where('id', '!=', besides)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The farthest ahead that times of each kind can be, in ms. */
type Farthest = { poll: number; save: number; lease: number; deletion: number }

/**
 * Corrects times farther ahead than any wait, which a clock set forward and back has caused and which would stall their work. Such
 * work becomes due now; such leases expire in `lease` ms unless their holder renews them.
 * @returns the number of corrected rows
 */
async function mendTimes(farthest: Farthest): Promise<number> {
  const now = Date.now()
  const database = await db()
  const due = (ms: number) =>
    database
      .updateTable('generations')
      .set({ due_at: iso(now) })
      .where('due_at', '>', iso(now + ms))
  const results = [
    await due(farthest.poll).where('status', '!=', 'saving').executeTakeFirst(),
    await due(farthest.save).executeTakeFirst(),
    await database
      .updateTable('generations')
      .set({ lease_until: iso(now + farthest.lease) })
      .where('status', 'in', BEING_MADE)
      .where('lease_until', '>', iso(now + 2 * farthest.lease))
      .executeTakeFirst(),
    await database
      .updateTable('deletions')
      .set({ due_at: iso(now) })
      .where('due_at', '>', iso(now + farthest.deletion))
      .executeTakeFirst(),
    await database
      .updateTable('deletions')
      .set({ lease_until: iso(now + farthest.deletion) })
      .where('lease_until', '>', iso(now + 2 * farthest.deletion))
      .executeTakeFirst(),
  ]
  return results.reduce((sum, { numUpdatedRows }) => sum + Number(numUpdatedRows), 0)
}

/**
 * Claims due deletions at the provider. Returns them with the time at which they fell due; each is due again in `ms` unless
 * `dropDeletion` is called.
 */
async function claimDeletions(limit: number, ms: number): Promise<DeletionRow[]> {
  const now = Date.now()
  return (await db()).transaction().execute(async (tx) => {
    const query = tx.selectFrom('deletions').selectAll().where('due_at', '<=', iso(now)).limit(limit)
    const due = await dialect().lockRows(query, 'update-skip-locked').execute()
    if (due.length === 0) return due
    await tx
      .updateTable('deletions')
      .set({ due_at: iso(now + ms), lease_until: iso(now + ms) })
      .where(
        'taskid',
        'in',
        due.map(({ taskid }) => taskid),
      )
      .execute()
    return due
  })
}

/**
 * Records a failed try, after which nothing is in progress: until the next one, the task's person may enter its taskid again.
 * @param giveUpAt when the last try is made
 */
async function deletionFailed(taskid: string, giveUpAt: string): Promise<void> {
  await (await db())
    .updateTable('deletions')
    .set({ lease_until: null, give_up_at: giveUpAt })
    .where('taskid', '=', taskid)
    .execute()
}

async function dropDeletion(taskid: string): Promise<void> {
  await (await db()).deleteFrom('deletions').where('taskid', '=', taskid).execute()
}

/** Background work and its leases. */
export const dueWork = {
  claim,
  extend,
  release,
  giveUpSending,
  forgetLeases,
  spreadOverdue,
  countMissing,
  mendTimes,
  claimDeletions,
  deletionFailed,
  dropDeletion,
}
