import type { Transaction } from 'kysely'
import type { GenerationRow, Tables } from '@/lib/server/db/tables'
import { readSettings } from '@/lib/shared/models'
import { parseJson } from '@/lib/shared/parse-json'
import { estimate } from '@/lib/shared/spend/estimate'
import { keepBudgets } from './budgets'
import { currentPrices } from './prices'

type Written = Pick<GenerationRow, 'id' | 'person' | 'model' | 'settings' | 'token' | 'created_at'>

/**
 * Reserves what a generation costs by the prices of this moment, in the transaction that writes it down and after its use was noted.
 * Without a known price nothing is reserved, and no budget is asked.
 * @throws OverBudget
 */
export async function reserve(tx: Transaction<Tables>, row: Written): Promise<void> {
  const prices = await currentPrices(tx)
  const settings = readSettings(row.model, parseJson(row.settings))
  const credits = settings && estimate({ model: row.model, ...settings }, prices).credits
  const thousand = credits === null ? null : prices.thousand
  const { id, person, model, token, created_at: at } = row
  await tx
    .updateTable('uses')
    .set({ model, token, credits, thousand: thousand?.amount ?? null, currency: thousand?.currency ?? null })
    .where('id', '=', id)
    .execute()
  if (credits !== null) await keepBudgets(tx, { id, person, at, credits }, prices.failed)
}
