import type { Row } from './rows'

/** Row heights measured while rendered, in px. `beside`: what a row adds to its videos’ height (captions, buttons). */
export type Measured = { heights: ReadonlyMap<string, number>; beside: number | null }

export const NOTHING_MEASURED: Measured = { heights: new Map(), beside: null }

const DEFAULT_BESIDE = 120 // px, until a row has been measured
const NOTICEABLE = 0.5 // px

/** Key of a row, the same as long as it holds the same cards. */
export const nameOf = ({ from, to }: Row, keys: readonly string[]): string =>
  `${keys[from]} ${keys[to - 1]} ${to - from}`

/** A row’s height: the measured one, else its videos’ height plus what rows add to it. */
export const heightOf = (row: Row, keys: readonly string[], { heights, beside }: Measured): number =>
  heights.get(nameOf(row, keys)) ?? row.video + (beside ?? DEFAULT_BESIDE)

/** Adds new measurements. `beside` is learned only once, so that rows far away don’t move again. */
export function remember(
  known: Measured,
  found: readonly { row: Row; height: number }[],
  keys: readonly string[],
): Measured {
  const news = found.filter(
    ({ row, height }) => Math.abs((known.heights.get(nameOf(row, keys)) ?? 0) - height) > NOTICEABLE,
  )
  if (news.length === 0) return known
  const besides = news.flatMap(({ row, height }) => (height > row.video ? [height - row.video] : [])) // not of gaps
  return {
    heights: new Map([
      ...known.heights,
      ...news.map(({ row, height }) => [nameOf(row, keys), height] as const),
    ]),
    beside:
      known.beside ??
      (besides.length > 0 ? besides.reduce((sum, one) => sum + one, 0) / besides.length : null),
  }
}
