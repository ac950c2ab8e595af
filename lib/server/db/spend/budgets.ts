import type { Transaction } from 'kysely'
import { dialect } from '@/lib/server/db/dialect/current-dialect'
import { type Db, db } from '@/lib/server/db/open'
import type { Tables } from '@/lib/server/db/tables'
import type { UseRow } from '@/lib/server/db/team-tables'
import { counts } from '@/lib/shared/spend/cost-state'
import { type FailedTasks, roundCredits } from '@/lib/shared/spend/prices'
import { boundsOfMonth } from '@/lib/shared/team'
import { sumsOf } from './ledger'
import { currentPrices } from './prices'

/** Stored as the person of budgets that aren't one person's: of each who has none of their own, and of all together. */
const EVERYBODY = '*'
const STUDIO = '**'

/** Credits for a calendar month in UTC: of all together, of each person, and of single persons by id. null: no budget. */
export type Budgets = { studio: number | null; everybody: number | null; people: Record<string, number> }

/** A video would cost more than is `left` of a budget; `needed` credits. */
export class OverBudget extends Error {
  override name = 'OverBudget'
  constructor(
    readonly whose: 'person' | 'studio',
    readonly budget: number,
    readonly left: number,
    readonly needed: number,
  ) {
    super(`over the budget of the ${whose}`)
  }
}

/** All budgets; a person's id leaves out those of others. */
export async function readBudgets(person?: string, given?: Db): Promise<Budgets> {
  const rows = await (given ?? (await db()))
    .selectFrom('budgets')
    .selectAll()
    .$if(person !== undefined, (query) => query.where('person', 'in', [EVERYBODY, STUDIO, person ?? '']))
    .execute()
  const of = (name: string) => rows.find((row) => row.person === name)?.credits ?? null
  const people = rows.filter((row) => row.person !== EVERYBODY && row.person !== STUDIO)
  return {
    studio: of(STUDIO),
    everybody: of(EVERYBODY),
    people: Object.fromEntries(people.map((row) => [row.person, row.credits])),
  }
}

export type BudgetChange = {
  studio?: number | null | undefined
  everybody?: number | null | undefined
  people?: Record<string, number | null> | undefined
}

/** Sets budgets; null removes one. @returns false when there is no such person, and nothing was changed for them */
export async function setBudgets(
  tx: Transaction<Tables>,
  { studio, everybody, people = {} }: BudgetChange,
): Promise<boolean> {
  const ids = Object.keys(people)
  if (ids.length > 0) {
    const known = await tx.selectFrom('people').select('id').where('id', 'in', ids).execute()
    if (known.length < ids.length) return false
  }
  for (const [person, credits] of [
    [STUDIO, studio],
    [EVERYBODY, everybody],
    ...Object.entries(people),
  ] as const)
    if (credits !== undefined) await setOne(tx, person, credits)
  return true
}

async function setOne(tx: Transaction<Tables>, person: string, credits: number | null): Promise<void> {
  if (credits === null) await tx.deleteFrom('budgets').where('person', '=', person).execute()
  else
    await tx
      .insertInto('budgets')
      .values({ person, credits })
      .onConflict((conflict) => conflict.column('person').doUpdateSet({ credits }))
      .execute()
}

type Reserved = Pick<UseRow, 'id' | 'person' | 'at'> & { credits: number }

/**
 * Checks what a use has reserved against the budgets of its person and of the studio, in the transaction that wrote it. Those who
 * reserve under a budget take turns, across processes, so that two never both take the last credits.
 * @throws OverBudget
 */
export async function keepBudgets(
  tx: Transaction<Tables>,
  use: Reserved,
  failed: FailedTasks,
): Promise<void> {
  const { studio, everybody, people } = await readBudgets(use.person, tx)
  const own = people[use.person] ?? everybody
  if (studio === null && own === null) return
  await dialect().enterSection(tx, 'budgets')
  const month = boundsOfMonth(use.at.slice(0, 7))
  const keep = async (whose: 'person' | 'studio', budget: number | null) => {
    if (budget === null) return
    const left = await leftOf(tx, budget, month, whose === 'person' ? use.person : null, failed, use.id)
    if (roundCredits(left - use.credits) < 0)
      throw new OverBudget(whose, budget, Math.max(0, left), use.credits)
  }
  await keep('person', own)
  await keep('studio', studio)
}

type Month = { from: string; until: string }

async function leftOf(
  database: Db,
  budget: number,
  month: Month,
  person: string | null,
  failed: FailedTasks,
  besides?: string,
): Promise<number> {
  const entries = await sumsOf(database, { ...month, person }, 'all', failed, besides)
  const taken = entries.filter(({ state }) => counts(state)).reduce((sum, { credits }) => sum + credits, 0)
  return roundCredits(budget - taken)
}

/** The budgets that apply to a person in a month, and what is left of them; never less than 0. */
export async function budgetsLeft(person: string, month: string) {
  const database = await db()
  const { studio, everybody, people } = await readBudgets(person, database)
  const { failed } = await currentPrices(database)
  const bounds = boundsOfMonth(month)
  const left = async (budget: number | null, whose: string | null) =>
    budget === null
      ? null
      : { budget, left: Math.max(0, await leftOf(database, budget, bounds, whose, failed)) }
  return {
    person: await left(people[person] ?? everybody, person),
    studio: await left(studio, null),
  }
}
