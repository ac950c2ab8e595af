import { type Chunk, chunksOf, rowsBetween } from './chunks'
import type { Row } from './rows'

/** The layout of all cards, rendered or not. Sizes in px. */
export type Layout = {
  /** Card keys in order, and the index of each. */
  keys: readonly string[]
  indexes: ReadonlyMap<string, number>
  rows: readonly Row[]
  /** Top of each row; the last value is where the rows end. */
  tops: readonly number[]
  gap: number
}

/** A card and its last known index; null: always the first or last card, whichever that is. */
type Edge = { key: string; index: number } | null

/** The cards to render. `kept`: keys of cards that must stay wherever they are, separated by spaces. */
export type Range = { first: Edge; last: Edge; kept: string }

export const WHOLE: Range = { first: null, last: null, kept: '' }

export const sameRange = (a: Range, b: Range): boolean =>
  a.first?.key === b.first?.key && a.last?.key === b.last?.key && a.kept === b.kept

/** The cards of a range, with spacers for the rest. A range is bound to cards, not to scroll offsets. */
export function chunksIn({ rows, indexes, tops, gap }: Layout, range: Range): Chunk[] {
  const rowOf = (index: number) => rows.findLastIndex(({ from }) => from <= index)
  const at = (edge: Edge, otherwise: number) =>
    edge ? rowOf(indexes.get(edge.key) ?? edge.index) : otherwise
  const [first, last] = [at(range.first, 0), at(range.last, rows.length - 1)]
  const kept = range.kept.split(' ').flatMap((key) => {
    const index = indexes.get(key)
    return index === undefined ? [] : [rowOf(index)]
  })
  // Rows next to a kept one are rendered too, so that Tab can move on.
  const isShown = (row: number) =>
    (row >= first && row <= last) || kept.some((one) => Math.abs(one - row) <= 1)
  return chunksOf(rows, tops, gap, isShown)
}

/**
 * The range within one screen of the viewport, plus the kept cards; null if there are no rows.
 * @param top how far the viewport is scrolled below the first row, in px
 * @param screen height of the viewport, in px
 * @param kept indexes of cards that must stay
 */
export function rangeAround(
  { rows, keys, tops }: Layout,
  { top, screen }: { top: number; screen: number },
  kept: readonly number[],
): Range | null {
  const between = rowsBetween(tops, top - screen, top + 2 * screen)
  if (!between) return null
  const [first, last] = between
  const edge = (index: number | undefined): Edge =>
    index === undefined ? null : { key: keys[index] ?? '', index }
  return {
    first: first === 0 ? null : edge(rows[first]?.from),
    last: edge(rows[last]?.from),
    kept: kept.map((index) => keys[index]).join(' '),
  }
}
