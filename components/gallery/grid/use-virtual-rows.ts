import { type RefObject, useMemo, useState } from 'react'
import type { FixedRatio } from '@/lib/shared/models'
import { cardsIn, keptIn } from './cards-in'
import { type Chunk, topsOf } from './chunks'
import { heightOf, type Measured, NOTHING_MEASURED, remember } from './heights'
import { chunksIn, type Layout, rangeAround, sameRange, WHOLE } from './range'
import { type Box, breakRows, type Row } from './rows'
import { useBox } from './use-box'
import { useOnResize, useOnScroll } from './use-layout-watch'

/** One card of the gallery, by a key that stays its own. */
export type Cell = { key: string; shape: FixedRatio }

/**
 * Which cards are in the page: those of the rows within a screen of the view, and those that have the focus or play.
 * The range holds on to its cards, not to heights: what comes or goes above it does not move it, and the browser's
 * scroll anchoring keeps in place what is seen. `more`: others follow that are not known yet; the last row, which they
 * would break anew, waits for them.
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
      const height = cards.get(row.from)?.getBoundingClientRect().height // as high as all of its row
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

/** Where every card stands, in the page or not; without a box there are no rows yet. */
function useLayout(cells: readonly Cell[], box: Box | null, known: Measured, more: boolean): Layout {
  const laidOut = useMemo(() => {
    const shapes = cells.map(({ shape }) => shape)
    return {
      keys: cells.map(({ key }) => key),
      indexes: new Map(cells.map(({ key }, index) => [key, index])),
      rows: withoutOpen(box ? breakRows(shapes, box) : [], more),
    }
  }, [cells, box, more])
  return useMemo(() => {
    const { rows, keys } = laidOut
    const gap = box?.gapY ?? 0
    const heights = rows.map((row) => heightOf(row, keys, known))
    return { ...laidOut, gap, tops: topsOf(heights, gap) }
  }, [laidOut, known, box])
}

const withoutOpen = (rows: Row[], more: boolean): Row[] =>
  more && rows.length > 1 ? rows.slice(0, -1) : rows
