import { attemptRecords } from '@/lib/server/db'
import { Problem } from '@/lib/shared/problem'
import { sha256 } from './secrets'

const MAX_ATTEMPTS = 10
const WINDOW_MS = 15 * 60_000

/** A key for counting that doesn't reveal whose attempts they are. */
const subjectOf = (what: string, who: string): string => sha256(`${what}:${who.trim().toLowerCase()}`)

/**
 * Counts an attempt to guess a secret, atomically in the database, so that it holds under concurrency and across processes. Counts by
 * target, not by IP address, which is whatever a proxy or the sender says.
 * @throws Problem rate_limited beyond ten in 15 minutes
 */
export async function countAttempt(what: string, who = ''): Promise<void> {
  const now = Date.now()
  const row = await attemptRecords.count(subjectOf(what, who), new Date(now + WINDOW_MS).toISOString())
  if (row.count <= MAX_ATTEMPTS) return
  const retryAfter = Math.max(1, Math.ceil((Date.parse(row.until) - now) / 1_000))
  throw new Problem('rate_limited', 'Too many attempts. Wait a while before you try again.', {
    retryAfter,
  })
}

/** Resets the count after a success. */
export async function forgetAttempts(what: string, who = ''): Promise<void> {
  await attemptRecords.forget(subjectOf(what, who))
}
