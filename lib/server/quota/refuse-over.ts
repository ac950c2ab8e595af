import { OverLimit } from '@/lib/server/db'
import { reasonsEn } from '@/lib/shared/messages/en/reasons'
import { formatReason } from '@/lib/shared/messages/reason-text'
import { Problem } from '@/lib/shared/problem'

/**
 * Runs what counts against a limit, and says which limit it was and when it fits.
 * @throws Problem rate_limited
 */
export async function refuseOver<T>(use: () => Promise<T>): Promise<T> {
  try {
    return await use()
  } catch (error) {
    if (!(error instanceof OverLimit)) throw error
    const retryAfter = Math.max(1, Math.ceil(error.wait / 1_000))
    const reason = { type: 'over_limit', limit: error.limit, most: error.most, wait: retryAfter } as const
    throw new Problem('rate_limited', formatReason(reasonsEn, reason), {
      retryAfter,
      reasons: [reason],
      cause: error,
    })
  }
}
