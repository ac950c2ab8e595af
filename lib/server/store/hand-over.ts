import type { Transaction } from 'kysely'
import type { Tables } from './tables'

/** Gives all that was one person's to another, who has nothing yet. */
export async function handOver(tx: Transaction<Tables>, from: string, to: string): Promise<void> {
  for (const table of ['generations', 'images', 'uses', 'limits', 'deletions', 'spent_keys'] as const) {
    await tx.updateTable(table).set({ person: to }).where('person', '=', from).execute()
  }
}
