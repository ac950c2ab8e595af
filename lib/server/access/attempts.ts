import { sql } from 'kysely'
import { db } from '@/lib/server/store'
import { Problem } from '@/lib/shared/problem'
import { sha256 } from './secrets'

const MOST = 10
const PATIENCE_MS = 15 * 60_000

/** A name under which tries are counted, that does not tell whose they are. */
const subjectOf = (what: string, who: string): string => sha256(`${what}:${who.trim().toLowerCase()}`)

/**
 * Counts a try at guessing something, in the store and in one step, so that it holds however many are made at once
 * and by whichever process. By whose door it is, not by address: that is whatever a proxy or the sender says.
 * @throws Problem rate_limited beyond ten in a quarter of an hour
 */
export async function countAttempt(what: string, who = ''): Promise<void> {
  const now = new Date()
  const until = new Date(now.getTime() + PATIENCE_MS).toISOString()
  const database = await db()
  await database.deleteFrom('attempts').where('until', '<', now.toISOString()).execute()
  const row = await database
    .insertInto('attempts')
    .values({ subject: subjectOf(what, who), count: 1, until })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet({ count: sql`attempts.count + 1` }))
    .returning(['count', 'until'])
    .executeTakeFirstOrThrow()
  if (row.count <= MOST) return
  const retryAfter = Math.max(1, Math.ceil((Date.parse(row.until) - now.getTime()) / 1_000))
  throw new Problem('rate_limited', 'Too many attempts. Wait a while before you try again.', {
    retryAfter,
  })
}

/** The right one came: what was tried before no longer counts. */
export async function forgetAttempts(what: string, who = ''): Promise<void> {
  await (await db()).deleteFrom('attempts').where('subject', '=', subjectOf(what, who)).execute()
}
