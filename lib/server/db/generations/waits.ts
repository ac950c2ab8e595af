import { sql } from 'kysely'
import { db } from '@/lib/server/db/open'

/**
 * Times in ms that the newest `limit` videos of one kind took, from being sent until a poll found them finished. Everybody's, since
 * the provider treats all alike.
 */
async function latest(duration: number, resolution: string, limit: number): Promise<number[]> {
  const rows = await (await db())
    .selectFrom('generations')
    .select(['created_at', 'sent_at', 'finished_at'])
    .where('duration', '=', duration)
    .where('resolution', '=', resolution)
    // A literal, not a parameter: only then does SQLite use the partial index.
    .where('status', '=', sql.lit('completed'))
    .where('finished_at', 'is not', null)
    .orderBy('finished_at', 'desc')
    .limit(limit)
    .execute()
  const times = rows.map(({ created_at, sent_at, finished_at }) => {
    const start = sent_at ?? created_at
    return Date.parse(finished_at ?? start) - Date.parse(start)
  })
  return times.filter((ms) => ms > 0) // drop times made negative by a clock set back
}

/** Samples for estimating how long videos take. */
export const waits = { latest }
