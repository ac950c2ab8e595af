import { type Kysely, sql } from 'kysely'
import { config } from '@/lib/server/config.js'
import { batch } from './batch'
import { db } from './open'
import type { Change } from './records'
import type { GenerationRow, Tables } from './tables'

type Release<What = Change> = { id: string; lease: string; change: What }

/** What most looks come to: nothing new, look again later. */
const PUT_OFF = ['status', 'missing_since', 'seen_at', 'trouble_since', 'wait', 'due_at'] as const
type PutOff = Pick<GenerationRow, (typeof PUT_OFF)[number]>

/** Ten writes a second are few for any disk, and nobody waits for a tenth of one. */
const LONGEST_BATCH_MS = 100

const inOneGo = batch(() => Math.min(LONGEST_BATCH_MS, config().POLL_INTERVAL_MS / 100), writeDown)

/**
 * Writes down what a run of work has found, if it still holds the generation, and lets go of it. What ends at about
 * the same time is written in one transaction, which costs one sync of the disk: it comes up to a tenth of a second
 * later, or a hundredth of POLL_INTERVAL_MS where that is less. false: it had lost what it held.
 */
export const release = (id: string, lease: string, change: Change): Promise<boolean> =>
  inOneGo({ id, lease, change })

async function writeDown(releases: Release[]): Promise<boolean[]> {
  const released = await (await db()).transaction().execute(async (tx) => {
    const ids = await putOff(tx, releases.filter(isPutOff))
    for (const one of releases) if (!isPutOff(one)) ids.push(...(await writeOne(tx, one)))
    return new Set(ids)
  })
  return releases.map(({ id }) => released.has(id))
}

const isPutOff = (release: Release): release is Release<PutOff> =>
  Object.keys(release.change).length === PUT_OFF.length &&
  PUT_OFF.every((name) => release.change[name] !== undefined)

/** One statement for all of them: to compile one for each costs more than the looks themselves. */
async function putOff(tx: Kysely<Tables>, releases: Release<PutOff>[]): Promise<string[]> {
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
