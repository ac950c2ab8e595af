import { sql } from 'kysely'
import { db } from '@/lib/server/db/open'

/**
 * Counts an attempt atomically, so that the count holds under concurrency and across processes. Deletes expired counts.
 * @param until expiry of the count if this is the subject's first attempt; ISO 8601
 * @returns the count so far and its expiry
 */
async function count(subject: string, until: string): Promise<{ count: number; until: string }> {
  const database = await db()
  await database.deleteFrom('attempts').where('until', '<', new Date().toISOString()).execute()
  return database
    .insertInto('attempts')
    .values({ subject, count: 1, until })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet({ count: sql`attempts.count + 1` }))
    .returning(['count', 'until'])
    .executeTakeFirstOrThrow()
}

async function forget(subject: string): Promise<void> {
  await (await db()).deleteFrom('attempts').where('subject', '=', subject).execute()
}

/** Attempt counters for rate limiting. */
export const attemptRecords = { count, forget }
