import { type Kysely, sql } from 'kysely'
import { config } from '@/lib/server/config.js'
import { db } from '@/lib/server/db/open'
import type { GenerationRow, Tables } from '@/lib/server/db/tables'
import { batch } from './batch'
import type { Change } from './records'

type Release<What = Change> = { id: string; lease: string; change: What }

/** Columns changed by most polls: nothing new, poll again later. */
const POSTPONED = ['status', 'missing_since', 'seen_at', 'trouble_since', 'wait', 'due_at'] as const
type Postponed = Pick<GenerationRow, (typeof POSTPONED)[number]>

/** Upper bound of the batching delay: at most ten commits a second, and nobody notices 0.1 s. */
const LONGEST_BATCH_MS = 100

const batchedRelease = batch(() => Math.min(LONGEST_BATCH_MS, config().POLL_INTERVAL_MS / 100), writeDown)

/**
 * Stores the result of claimed work and releases its lease. Results arriving close together share one transaction, which costs one
 * disk sync: a result is delayed by up to 100 ms, or POLL_INTERVAL_MS / 100 if that is less. false: the lease was lost.
 */
export const release = (id: string, lease: string, change: Change): Promise<boolean> =>
  batchedRelease({ id, lease, change })

async function writeDown(releases: Release[]): Promise<boolean[]> {
  const released = await (await db()).transaction().execute(async (tx) => {
    const ids = await postpone(tx, releases.filter(isPostponed))
    for (const one of releases) if (!isPostponed(one)) ids.push(...(await writeOne(tx, one)))
    return new Set(ids)
  })
  return releases.map(({ id }) => released.has(id))
}

const isPostponed = (release: Release): release is Release<Postponed> =>
  Object.keys(release.change).length === POSTPONED.length &&
  POSTPONED.every((name) => release.change[name] !== undefined)

/** One statement for all: compiling one for each would cost more than the polls themselves. */
async function postpone(tx: Kysely<Tables>, releases: Release<Postponed>[]): Promise<string[]> {
  if (releases.length === 0) return []
  const found = releases.map(
    ({ id, lease, change }) =>
      sql`(${id}, ${lease}, ${change.status}, ${change.missing_since}, ${change.seen_at}, ${change.trouble_since},
        cast(${change.wait} as integer), ${change.due_at})`,
  )
  const { rows } = await sql<{ id: string }>`
    with found (id, lease, status, missing_since, seen_at, trouble_since, wait, due_at) as (values ${sql.join(found)})
    update generations set status = found.status, missing_since = found.missing_since, seen_at = found.seen_at,
      trouble_since = found.trouble_since, wait = found.wait, due_at = found.due_at, lease = null, lease_until = null, updated_at = ${new Date().toISOString()}
    from found where generations.id = found.id and generations.lease = found.lease
    returning generations.id`.execute(tx)
  return rows.map(({ id }) => id)
}

async function writeOne(tx: Kysely<Tables>, { id, lease, change }: Release): Promise<string[]> {
  const rows = await tx
    .updateTable('generations')
    .set({ ...change, lease: null, lease_until: null, updated_at: new Date().toISOString() })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}
