import { spend } from '@/lib/server/db'
import { invalid } from '@/lib/server/invalid-input'
import { findModel } from '@/lib/shared/models'
import { roundCredits } from '@/lib/shared/spend/prices'
import { USAGE_BY, type Usage, type UsageBy, type UsageItem } from '@/lib/shared/spend/usage'
import { boundsOfMonth, isMonth } from '@/lib/shared/team'
import { type Caller, seesStudio } from './sees-studio'
import { type Entry, sumUp } from './sum-up'

type Query = Partial<Record<'month' | 'by', string>>

/**
 * What was reserved, spent, released, or is unknown: for an owner everybody's, for others their own.
 *
 * - `month`: a calendar month in UTC, such as `2026-11`; by default the current one. Unused with `by=month`, which lists all
 * - `by`: what to sum by; by default `person`
 * @throws Problem invalid_input
 */
export async function usageOf(caller: Caller, query: Query): Promise<Usage> {
  const now = new Date().toISOString()
  const by = parseBy(query.by || 'person')
  const month = by === 'month' ? null : parseMonth(query.month || now.slice(0, 7))
  const person = seesStudio(caller) ? null : caller.id
  const span = month === null ? { from: null, until: null } : boundsOfMonth(month)
  const entries = await spend.sums({ ...span, person }, by)
  const total = sumUp(entries)
  const figure = month !== null && person === null ? await spend.consoleFigure(month) : null
  return {
    month,
    by,
    items: await itemsOf(entries, by),
    total,
    budgets: await spend.budgetsLeft(caller.id, month ?? now.slice(0, 7)),
    console: figure === null ? null : compared(figure, total.credits.spent),
  }
}

const compared = (credits: number, spent: number) => ({
  credits,
  difference: roundCredits(credits - spent),
  factor: spent > 0 ? credits / spent : null,
})

async function itemsOf(entries: Entry[], by: UsageBy): Promise<UsageItem[]> {
  const keys = [...new Set(entries.map(({ key }) => key))].toSorted()
  const nameOf = await namesOf(by, keys)
  return keys.map((id) => ({
    id,
    name: id === null ? null : nameOf(id),
    ...sumUp(entries.filter(({ key }) => key === id)),
  }))
}

async function namesOf(by: UsageBy, keys: (string | null)[]): Promise<(id: string) => string | null> {
  if (by === 'month') return (id) => id
  if (by === 'model') return (id) => findModel(id)?.label ?? id
  const ids = keys.filter((key) => key !== null)
  const names = await spend.names(by === 'person' ? 'people' : 'tokens', ids)
  return (id) => names.get(id) ?? null
}

function parseBy(text: string): UsageBy {
  const by = USAGE_BY.find((known) => known === text)
  if (by) return by
  throw invalid([{ type: 'not_one_of', field: 'by', allowed: [...USAGE_BY] }])
}

function parseMonth(text: string): string {
  if (isMonth(text)) return text
  throw invalid([{ type: 'malformed', field: 'month' }])
}
