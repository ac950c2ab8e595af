import { sql } from 'kysely'
import { db } from './open'

/**
 * How long videos of one kind took, in ms, the newest `limit` of them at most: from being written down until the
 * provider was seen to have finished. Everybody's, for the provider treats all alike.
 */
async function latest(duration: number, resolution: string, limit: number): Promise<number[]> {
  const rows = await (await db())
    .selectFrom('generations')
    .select(['created_at', 'finished_at'])
    .where('duration', '=', duration)
    .where('resolution', '=', resolution)
    // As it stands in the index: SQLite takes that only for a condition without a parameter.
    .where('status', '=', sql.lit('completed'))
    .where('finished_at', 'is not', null)
    .orderBy('finished_at', 'desc')
    .limit(limit)
    .execute()
  const times = rows.map((row) => Date.parse(row.finished_at ?? row.created_at) - Date.parse(row.created_at))
  return times.filter((ms) => ms > 0) // a clock that was set back in between says nothing
}

/** What finished videos know about how long others will take. */
export const waits = { latest }
