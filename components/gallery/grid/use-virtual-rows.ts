import { type RefObject, useMemo, useState } from 'react'
import { cardsIn, keptIn } from './cards-in'
import { type Chunk, topsOf } from './chunks'
import { heightOf, type Measured, NOTHING_MEASURED, remember } from './heights'
import { chunksIn, type Layout, rangeAround, sameRange, WHOLE } from './range'
import type { Box, Row } from './rows'
import { useBox } from './use-box'
import { useOnResize, useOnScroll } from './use-layout-watch'

/** Predicts where the browser breaks rows. Must keep its identity. */
type BreakRows<Cell> = (cells: readonly Cell[], box: Box) => Row[]

export type RowOptions<Cell> = {
  breakRows: BreakRows<Cell>
  /** The last row is held back, because older cards that are still to be loaded would reflow it. */
  open: boolean
  /** The cards’ size, relative to the usual one. */
  size: number
}

/**
 * Virtual rows: only rows within one screen of the viewport are rendered, plus the cards that have focus or play. The
 * range is bound to cards, not to scroll offsets, so inserts above don’t shift it and the browser’s scroll anchoring
 * holds the view.
 * @param cells the cards, by keys that stay the same
 */
export function useVirtualRows<Cell extends { key: string }>(
  container: RefObject<HTMLElement | null>,
  cells: readonly Cell[],
  { breakRows, open, size }: RowOptions<Cell>,
): Chunk[] {
  const box = useBox(container, size)
  const [range, setRange] = useState(WHOLE)
  const [measured, setMeasured] = useState({ box, known: NOTHING_MEASURED })
  const known = measured.box === box ? measured.known : NOTHING_MEASURED
  const rows = useMemo(() => {
    const all = box ? breakRows(cells, box) : []
    return open && all.length > 1 ? all.slice(0, -1) : all
  }, [cells, box, open, breakRows])
  const layout = useLayout(cells, rows, box, known)
  const chunks = useMemo(
    (): Chunk[] => (box ? chunksIn(layout, range) : [{ type: 'cards', from: 0, to: layout.keys.length }]),
    [box, layout, range],
  )

  useOnResize(container, () => {
    if (!container.current || !box) return
    const cards = cardsIn(container.current, chunks)
    const found = layout.rows.flatMap((row) => {
      const height = cards.get(row.from)?.getBoundingClientRect().height // every card of a row is as high as the row
      return height === undefined ? [] : [{ row, height }]
    })
    const next = remember(known, found, layout.keys)
    if (next !== known) setMeasured({ box, known: next })
  })
  useOnScroll(layout.rows, () => {
    if (!container.current) return
    const top = -container.current.getBoundingClientRect().top
    const kept = keptIn(cardsIn(container.current, chunks))
    const now = rangeAround(layout, { top, screen: window.innerHeight }, kept)
    if (now) setRange((before) => (sameRange(before, now) ? before : now))
  })
  return chunks
}

/** The position of every card, rendered or not. */
function useLayout(
  cells: readonly { key: string }[],
  rows: readonly Row[],
  box: Box | null,
  known: Measured,
): Layout {
  const named = useMemo(() => {
    const keys = cells.map(({ key }) => key)
    return { keys, indexes: new Map(keys.map((key, index) => [key, index])) }
  }, [cells])
  return useMemo(() => {
    const gap = box?.gapY ?? 0
    const heights = rows.map((row) => heightOf(row, named.keys, known))
    return { ...named, rows, gap, tops: topsOf(heights, gap) }
  }, [named, rows, known, box])
}
