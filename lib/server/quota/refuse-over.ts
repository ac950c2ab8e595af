import { OverBudget, OverLimit } from '@/lib/server/db'
import { reasonsEn } from '@/lib/shared/messages/en/reasons'
import { formatReason } from '@/lib/shared/messages/reason-text'
import { Problem } from '@/lib/shared/problem'

/**
 * Runs work that counts against a quota, converting OverLimit and OverBudget to problems.
 * @throws Problem rate_limited naming the limit and when to retry
 * @throws Problem budget_exceeded naming the budget and what is left of it
 */
export async function refuseOver<T>(use: () => Promise<T>): Promise<T> {
  try {
    return await use()
  } catch (error) {
    if (error instanceof OverBudget) throw overBudget(error)
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

function overBudget(cause: OverBudget): Problem {
  const { whose, budget, left, needed } = cause
  const reason = { type: 'over_budget', whose, budget, left, needed } as const
  const details = { which: whose, budget, left, reasons: [reason], cause }
  return new Problem('budget_exceeded', formatReason(reasonsEn, reason), details)
}
