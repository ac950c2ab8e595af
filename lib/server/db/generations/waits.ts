import { sql } from 'kysely'
import { db } from '@/lib/server/db/open'

/**
 * Times in ms that the newest `limit` videos of one kind took, from submission until a poll found them finished. Everybody's, since
 * the provider treats all alike.
 */
async function latest(duration: number, resolution: string, limit: number): Promise<number[]> {
  const rows = await (await db())
    .selectFrom('generations')
    .select(['created_at', 'finished_at'])
    .where('duration', '=', duration)
    .where('resolution', '=', resolution)
    // A literal, not a parameter: only then does SQLite use the partial index.
    .where('status', '=', sql.lit('completed'))
    .where('finished_at', 'is not', null)
    .orderBy('finished_at', 'desc')
    .limit(limit)
    .execute()
  const times = rows.map((row) => Date.parse(row.finished_at ?? row.created_at) - Date.parse(row.created_at))
  return times.filter((ms) => ms > 0) // drop times made negative by a clock set back
}

/** Samples for estimating how long videos take. */
export const waits = { latest }
