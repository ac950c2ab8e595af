import { type RefObject, useMemo, useState } from 'react'
import type { FixedRatio } from '@/lib/shared/models'
import { cardsIn, keptIn } from './cards-in'
import { type Chunk, topsOf } from './chunks'
import { heightOf, type Measured, NOTHING_MEASURED, remember } from './heights'
import { chunksIn, type Layout, rangeAround, sameRange, WHOLE } from './range'
import { type Box, breakRows, type Row } from './rows'
import { useBox } from './use-box'
import { useOnResize, useOnScroll } from './use-layout-watch'

/** One card of the gallery, with a stable key. */
export type Cell = { key: string; shape: FixedRatio }

/**
 * Virtual rows: only rows within one screen of the viewport are rendered, plus the cards that have focus or play. The
 * range is bound to cards, not to scroll offsets, so inserts above don’t shift it and the browser’s scroll anchoring
 * holds the view.
 * @param more older cards are still to be loaded; the last row is held back until then, since they would reflow it
 */
export function useVirtualRows(
  container: RefObject<HTMLElement | null>,
  cells: readonly Cell[],
  more: boolean,
): Chunk[] {
  const box = useBox(container)
  const [range, setRange] = useState(WHOLE)
  const [measured, setMeasured] = useState({ box, known: NOTHING_MEASURED })
  const known = measured.box === box ? measured.known : NOTHING_MEASURED
  const layout = useLayout(cells, box, known, more)
  const chunks = useMemo(
    (): Chunk[] => (box ? chunksIn(layout, range) : [{ type: 'cards', from: 0, to: layout.keys.length }]),
    [box, layout, range],
  )

  useOnResize(container, () => {
    if (!container.current || !box) return
    const cards = cardsIn(container.current, chunks)
    const found = layout.rows.flatMap((row) => {
      const height = cards.get(row.from)?.getBoundingClientRect().height // every card of a row is as high as the row
      return height ? [{ row, height }] : []
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

/** The position of every card, rendered or not. No rows until the container is measured. */
function useLayout(cells: readonly Cell[], box: Box | null, known: Measured, more: boolean): Layout {
  const laidOut = useMemo(() => {
    const shapes = cells.map(({ shape }) => shape)
    return {
      keys: cells.map(({ key }) => key),
      indexes: new Map(cells.map(({ key }, index) => [key, index])),
      rows: withoutOpenRow(box ? breakRows(shapes, box) : [], more),
    }
  }, [cells, box, more])
  return useMemo(() => {
    const { rows, keys } = laidOut
    const gap = box?.gapY ?? 0
    const heights = rows.map((row) => heightOf(row, keys, known))
    return { ...laidOut, gap, tops: topsOf(heights, gap) }
  }, [laidOut, known, box])
}

const withoutOpenRow = (rows: Row[], more: boolean): Row[] =>
  more && rows.length > 1 ? rows.slice(0, -1) : rows
