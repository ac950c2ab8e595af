import { db } from '@/lib/server/db/open'
import type { Prices } from '@/lib/shared/spend/prices'
import type { UsageBy } from '@/lib/shared/spend/usage'
import { type BudgetChange, budgetsLeft, readBudgets, setBudgets } from './budgets'
import { type Entry, type Span, sumsOf } from './ledger'
import { addPrices, currentPrices } from './prices'

type Change = {
  prices: Partial<Prices>
  budgets: BudgetChange
  /** What the provider's console shows for a month; null removes it. */
  console: { month: string; credits: number | null } | undefined
}

/** Changes all or nothing. @returns false when a budget is for a person who doesn't exist */
async function change(person: string, { prices, budgets, console }: Change): Promise<boolean> {
  return (await db()).transaction().execute(async (tx) => {
    if (!(await setBudgets(tx, budgets))) return false
    if (Object.keys(prices).length > 0) await addPrices(tx, person, prices)
    if (console?.credits === null)
      await tx.deleteFrom('console_figures').where('month', '=', console.month).execute()
    else if (console) {
      const { month, credits } = console
      await tx
        .insertInto('console_figures')
        .values({ month, credits })
        .onConflict((conflict) => conflict.column('month').doUpdateSet({ credits }))
        .execute()
    }
    return true
  })
}

/** What the provider's console shows for a month, as an owner entered it, in credits; null where nobody did. */
async function consoleFigure(month: string): Promise<number | null> {
  const query = (await db()).selectFrom('console_figures').select('credits').where('month', '=', month)
  return (await query.executeTakeFirst())?.credits ?? null
}

/** Sums of what was written down, by what became of it. */
async function sums(span: Span, by: UsageBy): Promise<Entry[]> {
  const database = await db()
  return sumsOf(database, span, by, (await currentPrices(database)).failed)
}

/** Names by id, of people or of tokens that still exist. */
async function names(of: 'people' | 'tokens', ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await (await db()).selectFrom(of).select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Prices, budgets and what was spent. */
export const spend = {
  prices: currentPrices,
  budgets: readBudgets,
  budgetsLeft,
  change,
  consoleFigure,
  sums,
  names,
}
