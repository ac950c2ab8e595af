import type { CostState } from './cost'

/** What usage can be summed by. */
export const USAGE_BY = ['person', 'token', 'model', 'month'] as const
export type UsageBy = (typeof USAGE_BY)[number]

export type ByState = Record<CostState, number>

/**
 * Sums over videos, by what became of their credits. `amounts`: the same credits in money, at the price of each one's moment.
 * `unpriced`: how many of the videos had no known price, so that no credits were counted for them.
 */
export type Sums = {
  credits: ByState
  seconds: ByState
  counts: ByState
  amounts: ({ currency: string } & ByState)[]
  unpriced: number
}

/** The sums of one person, token, model or month. `id` null: without one; `name` null: no longer known. */
export type UsageItem = { id: string | null; name: string | null } & Sums

/** A budget of credits for a calendar month in UTC, and how many of them are left. */
export type BudgetLeft = { budget: number; left: number }

/**
 * A month's usage. `month` null: all months. `console`: the credits that the provider's console shows for the month, where an owner
 * entered them: `difference` is how many more that is than was counted as spent, `factor` what the prices would have to be
 * multiplied by to match, null where nothing was counted.
 */
export type Usage = {
  month: string | null
  by: UsageBy
  items: UsageItem[]
  total: Sums
  budgets: { person: BudgetLeft | null; studio: BudgetLeft | null }
  console: { credits: number; difference: number; factor: number | null } | null
}
