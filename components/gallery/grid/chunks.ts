import type { Row } from './rows'

/** A rendered part of the grid: cards by index, or a spacer in place of rows far from the viewport. */
export type Chunk =
  | { type: 'cards'; from: number; to: number }
  | { type: 'space'; key: string; height: number } // px

/** The top of each row in px; the last value is the end of all rows plus one gap. */
export function topsOf(heights: readonly number[], gap: number): number[] {
  const tops = [0]
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height + gap)
  return tops
}

/** The first and last row that overlap a vertical range in px, or the row closest to it; null if there are no rows. */
export function rowsBetween(tops: readonly number[], top: number, bottom: number): [number, number] | null {
  const most = tops.length - 2
  if (most < 0) return null
  const below = tops.findIndex((end, index) => index > 0 && end > top)
  const first = below === -1 ? most : below - 1
  const beyond = tops.findIndex((begin, index) => index > first && begin > bottom)
  return [first, beyond === -1 ? most : Math.max(first, Math.min(most, beyond - 1))]
}

/** Shown rows as cards, and between them spacers as high as the rows that they replace. */
export function chunksOf(
  rows: readonly Row[],
  tops: readonly number[],
  gap: number,
  isShown: (row: number) => boolean,
): Chunk[] {
  const chunks: Chunk[] = []
  let first = 0
  while (first < rows.length) {
    const shown = isShown(first)
    let last = first
    while (last + 1 < rows.length && isShown(last + 1) === shown) last++
    const [from, to] = [rows[first]?.from ?? 0, rows[last]?.to ?? 0]
    const height = (tops[last + 1] ?? 0) - (tops[first] ?? 0) - gap
    chunks.push(
      shown ? { type: 'cards', from, to } : { type: 'space', key: `space-${chunks.length}`, height },
    )
    first = last + 1
  }
  return chunks
}
