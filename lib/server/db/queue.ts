import { sql } from 'kysely'
import { ACTIVE, type Status } from '@/lib/shared/generation'
import { dialect } from './current-dialect'
import { db } from './open'
import type { Change } from './records'
import { release } from './release'
import type { DeletionRow, GenerationRow } from './tables'

/** What the work needs to know: thousands are claimed a minute, and prompts are long. */
const NEEDED = [
  ...(['id', 'status', 'taskid', 'model', 'settings', 'created_at', 'finished_at'] as const),
  ...(['wait', 'missing_since', 'seen_at', 'trouble_since', 'failure_code', 'updated_at'] as const),
  ...(['results', 'save_tries', 'video', 'last_frame'] as const),
] as const

export type Due = Pick<GenerationRow, (typeof NEEDED)[number]>

/** Work that one run holds: nobody else touches it before `lease_until`. */
export type Claimed = Due & { lease: string }

/** Spelled out, not parameters: only so does SQLite see that the index of those alone will do. */
const BEING_MADE = ACTIVE.map((status) => sql.lit(status))

const iso = (at: number): string => new Date(at).toISOString()

/** Nobody holds it, or whoever did has fallen silent. */
const isFree = (now: number) => sql<boolean>`(lease is null or lease_until < ${iso(now)})`
const isHeldByNobody = sql<boolean>`lease is null`

/**
 * Takes what is due, oldest first, for one run of work. Processes that share a PostgreSQL skip what another is just
 * taking, so nothing is claimed twice.
 * @param lease a name for this run; @param ms how long its silence is believed
 * @param takeOver whether also what somebody holds whose time has run out: not while the clock was just set
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
    .where(takeOver ? isFree(now) : isHeldByNobody)
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

/** Says that the run is still alive. false: it has lost what it held, and must stop. */
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
 * A generation whose sender died while sending: whether it arrived cannot be known. Where this process is the only
 * one, a sender that is not this run is dead at once; else when its lease has run out.
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

/** At the start of the only process: whoever held something before is gone. */
async function forgetLeases(): Promise<void> {
  if (!dialect().singleProcess) return
  await (await db())
    .updateTable('generations')
    .set({ lease_until: iso(0) })
    .where('lease', 'is not', null)
    .execute()
}

/** Spreads what fell due while nobody worked over the next `ms`, so that the provider is not asked all at once. */
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

/** How many other generations the provider says that it does not know, just now. */
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

/** How far ahead, in ms, the times of each kind of work can lie. */
type Farthest = { poll: number; save: number; lease: number; deletion: number }

/**
 * Mends times that lie farther ahead than any wait: a clock that was set forward and back has put them there, and what
 * they are for would stand still. Due times count as due now. Leases run out in `lease` ms unless their holder is alive
 * and says so.
 * @returns how many were mended
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
 * Tasks to be deleted at the provider that are due, with the time at which they fell due; each is due again in `ms`
 * unless `dropDeletion` says it is done.
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

/** A try has failed, and nothing is under way any more: until it is due again, its person may enter the task once more.
 * `giveUpAt`: when the last try is made. */
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

/** What the server has to do by itself, and who is doing it. */
export const queue = {
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
