import { type Chunk, chunksOf, rowsBetween } from './chunks'
import type { Row } from './rows'

/** How all cards are laid out, whether they are in the page or not. Sizes in px. */
export type Layout = {
  /** Keys of the cards, and the indexes of these. */
  keys: readonly string[]
  indexes: ReadonlyMap<string, number>
  rows: readonly Row[]
  /** Where each row begins, and behind the last where they end. */
  tops: readonly number[]
  gap: number
}

/** A card, and where it stood; null: the first or the last there is, whichever comes to be that. */
type Edge = { key: string; index: number } | null

/** Which cards are wanted in the page; `kept`: keys of those that must stay, wherever they are, divided by spaces. */
export type Range = { first: Edge; last: Edge; kept: string }

export const WHOLE: Range = { first: null, last: null, kept: '' }

export const sameRange = (a: Range, b: Range): boolean =>
  a.first?.key === b.first?.key && a.last?.key === b.last?.key && a.kept === b.kept

/** The cards of a range, and spaces in place of the others. The range holds on to its cards, not to heights. */
export function chunksIn({ rows, indexes, tops, gap }: Layout, range: Range): Chunk[] {
  const rowOf = (index: number) => rows.findLastIndex(({ from }) => from <= index)
  const at = (edge: Edge, otherwise: number) =>
    edge ? rowOf(indexes.get(edge.key) ?? edge.index) : otherwise
  const [first, last] = [at(range.first, 0), at(range.last, rows.length - 1)]
  const kept = range.kept.split(' ').flatMap((key) => {
    const index = indexes.get(key)
    return index === undefined ? [] : [rowOf(index)]
  })
  // The rows beside one that is kept, too: so the focus finds its way on.
  const isShown = (row: number) =>
    (row >= first && row <= last) || kept.some((one) => Math.abs(one - row) <= 1)
  return chunksOf(rows, tops, gap, isShown)
}

/**
 * The rows within a screen of the view, and cards that are kept by their indexes; null: there are no rows.
 * @param top how far the view has come below the first row, in px
 * @param screen its height, in px
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
