import { sql } from 'kysely'
import { db } from './open'

/**
 * Counts a try of a subject, in one step, so that it holds however many are made at once and by whichever process. Those whose
 * time is up are forgotten.
 * @param until when this subject's tries are forgotten, if this is the first; ISO 8601
 * @returns how many there were, and until when they count
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

/** How often something was tried. */
export const attemptRecords = { count, forget }
