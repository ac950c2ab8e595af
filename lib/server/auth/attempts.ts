import { attemptRecords } from '@/lib/server/db'
import { Problem } from '@/lib/shared/problem'
import { sha256 } from './secrets'

const MOST = 10
const WINDOW_MS = 15 * 60_000

/** A name under which tries are counted, that does not tell whose they are. */
const subjectOf = (what: string, who: string): string => sha256(`${what}:${who.trim().toLowerCase()}`)

/**
 * Counts a try at guessing something, in the store and in one step, so that it holds however many are made at once
 * and by whichever process. By whose door it is, not by address: that is whatever a proxy or the sender says.
 * @throws Problem rate_limited beyond ten in a quarter of an hour
 */
export async function countAttempt(what: string, who = ''): Promise<void> {
  const now = Date.now()
  const row = await attemptRecords.count(subjectOf(what, who), new Date(now + WINDOW_MS).toISOString())
  if (row.count <= MOST) return
  const retryAfter = Math.max(1, Math.ceil((Date.parse(row.until) - now) / 1_000))
  throw new Problem('rate_limited', 'Too many attempts. Wait a while before you try again.', {
    retryAfter,
  })
}

/** The right one came: what was tried before no longer counts. */
export async function forgetAttempts(what: string, who = ''): Promise<void> {
  await attemptRecords.forget(subjectOf(what, who))
}
