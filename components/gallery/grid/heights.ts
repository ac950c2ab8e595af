import type { Row } from './rows'

/** What was measured while it was in the page, in px. `beside`: what a row has besides its videos, as captions. */
export type Measured = { heights: ReadonlyMap<string, number>; beside: number | null }

export const NOTHING_MEASURED: Measured = { heights: new Map(), beside: null }

const GUESS = 120 // px, before any row was measured
const NOTICEABLE = 0.5 // px

/** A name that a row has as long as it holds the same cards. */
export const nameOf = ({ from, to }: Row, keys: readonly string[]): string =>
  `${keys[from]} ${keys[to - 1]} ${to - from}`

/** How high a row is: as it was measured, else what its videos are high and what rows have besides. */
export const heightOf = (row: Row, keys: readonly string[], { heights, beside }: Measured): number =>
  heights.get(nameOf(row, keys)) ?? row.video + (beside ?? GUESS)

/** Adds what was measured now. What rows have besides videos is learned once, so that nothing far off moves again. */
export function remember(
  known: Measured,
  found: readonly { row: Row; height: number }[],
  keys: readonly string[],
): Measured {
  const news = found.filter(
    ({ row, height }) => Math.abs((known.heights.get(nameOf(row, keys)) ?? 0) - height) > NOTICEABLE,
  )
  if (news.length === 0) return known
  const besides = news.map(({ row, height }) => height - row.video)
  return {
    heights: new Map([
      ...known.heights,
      ...news.map(({ row, height }) => [nameOf(row, keys), height] as const),
    ]),
    beside: known.beside ?? besides.reduce((sum, one) => sum + one, 0) / besides.length,
  }
}
