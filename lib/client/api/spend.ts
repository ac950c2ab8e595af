import type { SpendSettings } from '@/lib/shared/spend/settings'
import { remembering } from './remembering'

const PATH = '/api/settings'

const received = remembering(
  async (json): Promise<SpendSettings> =>
    (await import('@/lib/shared/spend/settings')).spendSettingsSchema.parse(json),
)

/** Prices and budgets; null if they are unavailable, which needs no error message: nothing is estimated then. */
export async function readSpendSettings(): Promise<SpendSettings | null> {
  try {
    return await received(PATH)
  } catch {
    return null
  }
}
