import type { spend } from '@/lib/server/db'
import { COST_STATES, type CostState } from '@/lib/shared/spend/cost'
import { roundCredits } from '@/lib/shared/spend/prices'
import type { ByState, Sums } from '@/lib/shared/spend/usage'

export type Entry = Awaited<ReturnType<typeof spend.sums>>[number]

/** Adds up entries by what became of the credits. */
export function sumUp(entries: readonly Entry[]): Sums {
  const currencies = [...new Set(entries.flatMap(({ currency }) => currency ?? []))].toSorted()
  return {
    credits: byState(entries, ({ credits }) => credits),
    seconds: byState(entries, ({ seconds }) => seconds),
    counts: byState(entries, ({ count }) => count),
    amounts: currencies.map((currency) => ({
      currency,
      ...byState(
        entries.filter((entry) => entry.currency === currency),
        ({ amount }) => amount,
      ),
    })),
    unpriced: entries.reduce((sum, { unpriced }) => sum + unpriced, 0),
  }
}

function byState(entries: readonly Entry[], of: (entry: Entry) => number): ByState {
  const sum = (state: CostState) =>
    roundCredits(entries.filter((entry) => entry.state === state).reduce((all, entry) => all + of(entry), 0))
  return Object.fromEntries(COST_STATES.map((state) => [state, sum(state)])) as ByState
}
