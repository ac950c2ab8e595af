import { sql } from 'kysely'
import type { Status } from '@/lib/shared/generation'
import { isAlone } from './alone'
import { db } from './open'
import type { Change } from './records'
import { release } from './release'
import type { GenerationRow } from './tables'

/** What the work needs to know: thousands are claimed a minute, and prompts are long. */
const NEEDED = [
  ...(['id', 'status', 'taskid', 'settings', 'created_at', 'finished_at'] as const),
  ...(['wait', 'missing_since', 'results', 'save_tries', 'video'] as const),
] as const

export type Due = Pick<GenerationRow, (typeof NEEDED)[number]>

/** Work that one run holds: nobody else touches it before `lease_until`. */
export type Claimed = Due & { lease: string }

const iso = (at: number): string => new Date(at).toISOString()

/** Nobody holds it, or whoever did has fallen silent. */
const isFree = (now: number) => sql<boolean>`(lease is null or lease_until < ${iso(now)})`

/**
 * Takes what is due, oldest first, for one run of work. Processes that share a PostgreSQL skip what another is just
 * taking, so nothing is claimed twice.
 * @param lease a name for this run; @param ms how long its silence is believed
 */
async function claim(statuses: Status[], limit: number, lease: string, ms: number): Promise<Claimed[]> {
  const now = Date.now()
  const database = await db()
  let due = database
    .selectFrom('generations')
    .select('id')
    .where('due_at', '<=', iso(now))
    .where('status', 'in', statuses)
    .where(isFree(now))
    .orderBy('due_at')
    .limit(limit)
  if (!isAlone()) due = due.forUpdate().skipLocked()
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
  if (!isAlone()) return
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

/** Tasks to be deleted at the provider that are due; each is due again in `ms` unless `dropDeletion` says it is done. */
async function claimDeletions(limit: number, ms: number): Promise<{ taskid: string; give_up_at: string }[]> {
  const now = Date.now()
  const database = await db()
  let due = database.selectFrom('deletions').select('taskid').where('due_at', '<=', iso(now)).limit(limit)
  if (!isAlone()) due = due.forUpdate().skipLocked()
  return database
    .with('due', () => due)
    .updateTable('deletions')
    .set({ due_at: iso(now + ms), lease_until: iso(now + ms) })
    .where('taskid', 'in', (select) => select.selectFrom('due').select('due.taskid'))
    .returning(['taskid', 'give_up_at'])
    .execute()
}

/** A try has failed, and nothing is under way any more: until it is due again, its person may enter the task once more. */
async function deletionFailed(taskid: string): Promise<void> {
  const database = await db()
  await database.updateTable('deletions').set({ lease_until: null }).where('taskid', '=', taskid).execute()
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
  claimDeletions,
  deletionFailed,
  dropDeletion,
}
