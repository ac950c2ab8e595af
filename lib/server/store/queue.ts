import { sql } from 'kysely'
import { config } from '@/lib/server/config'
import type { Status } from '@/lib/shared/generation'
import { isAlone } from './alone'
import { gather } from './gather'
import { db } from './open'
import type { Change } from './records'
import type { GenerationRow } from './tables'

/** Work that one run holds: nobody else touches it before `lease_until`. */
export type Claimed = GenerationRow & { lease: string }

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
    .returningAll()
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
 * Writes down what the run has found, if it still holds the generation, and lets go of it. What ends at about the
 * same time is written in one transaction, which costs one sync of the disk: it comes up to a tenth of a
 * second later, or a hundredth of POLL_INTERVAL_MS where that is less. false: it had lost what it held, and nothing was written.
 */
function release(id: string, lease: string, change: Change): Promise<boolean> {
  return inOneGo({ id, lease, change })
}

/** Ten writes a second are few for any disk, and nobody waits for a tenth of one. */
const LONGEST_GATHER_MS = 100

type Release = { id: string; lease: string; change: Change }

const inOneGo = gather(
  () => Math.min(LONGEST_GATHER_MS, config().POLL_INTERVAL_MS / 100),
  async (releases: Release[]) =>
    (await db()).transaction().execute(async (tx) => {
      const released: boolean[] = []
      for (const { id, lease, change } of releases) {
        const row = await tx
          .updateTable('generations')
          .set({ ...change, lease: null, lease_until: null, updated_at: new Date().toISOString() })
          .where('id', '=', id)
          .where('lease', '=', lease)
          .returning('id')
          .executeTakeFirst()
        released.push(row !== undefined)
      }
      return released
    }),
)

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
    .set({ due_at: iso(now + ms) })
    .where('taskid', 'in', (select) => select.selectFrom('due').select('due.taskid'))
    .returning(['taskid', 'give_up_at'])
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
  claimDeletions,
  dropDeletion,
}
