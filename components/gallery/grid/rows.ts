import type { FixedRatio } from '@/lib/shared/models'
import { CARD_SIZES } from './shape'

/** What the rows are laid out in. Sizes in px. */
export type Box = {
  width: number
  /** Between the cards of a row, and between rows. */
  gapX: number
  gapY: number
  rem: number
  phone: boolean
  /** How high the screen is. */
  screen: number
}

/** The cards from one index up to, not including, another; `video`: how high their videos are, in px. */
export type Row = { from: number; to: number; video: number }

const TALLEST = 0.6 // of a phone's screen, for a video that is not wide
const ROUNDING = 0.05 // px

/** Where the browser breaks the rows of a wrapping flex container whose cards have these shapes (CARD_SHAPES). */
export function breakRows(shapes: readonly FixedRatio[], box: Box): Row[] {
  const rows: Row[] = []
  let from = 0
  let asked = 0
  shapes.forEach((shape, index) => {
    const width = askedWidth(shape, box)
    if (index > from && asked + box.gapX + width > box.width + ROUNDING) {
      rows.push({ from, to: index, video: videoHeight(shapes.slice(from, index), box.width - asked, box) })
      from = index
      asked = 0
    }
    asked += width + (index > from ? box.gapX : 0)
  })
  if (shapes.length === 0) return rows
  // What the last row leaves is taken up by an element of its own, if there is room for one.
  const left = box.width - asked
  const grows = box.phone || left < box.gapX
  return [...rows, { from, to: shapes.length, video: videoHeight(shapes.slice(from), grows ? left : 0, box) }]
}

function askedWidth(shape: FixedRatio, box: Box): number {
  const { phone, rem } = CARD_SIZES[shape]
  return box.phone ? Math.min(phone * box.width, widest(shape, box)) : rem * box.rem
}

function widest(shape: FixedRatio, { screen }: Box): number {
  const { ratio } = CARD_SIZES[shape]
  return ratio <= 1 ? TALLEST * screen * ratio : Number.POSITIVE_INFINITY
}

/** The highest video of a row. `left`: what is left of its width for the cards to grow into. */
function videoHeight(row: readonly FixedRatio[], left: number, box: Box): number {
  const parts = row.reduce((sum, shape) => sum + CARD_SIZES[shape].grow, 0)
  const heights = row.map((shape) => {
    const { grow, ratio } = CARD_SIZES[shape]
    const width = askedWidth(shape, box) + (left * grow) / parts
    return (box.phone ? Math.min(width, widest(shape, box)) : width) / ratio
  })
  return Math.max(...heights)
}
