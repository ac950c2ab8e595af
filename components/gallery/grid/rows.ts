import type { FixedRatio } from '@/lib/shared/models'
import { CARD_SIZES, MAX_REM } from './shape'

/** The container that rows are laid out in. Sizes in px. */
export type Box = {
  width: number
  /** Gaps between cards of a row, and between rows. */
  gapX: number
  gapY: number
  rem: number
  phone: boolean
  /** Height of the viewport. */
  screen: number
  /** The cards’ size, relative to the usual one. */
  size: number
}

/** Cards from index `from` up to but excluding `to`. `video`: height of their videos, in px. */
export type Row = { from: number; to: number; video: number }

const MAX_SCREEN_PART = 0.6 // of a phone's screen, for the height of a video that is not wide
const ROUNDING = 0.05 // px

/**
 * Predicts where the browser breaks the rows of the wrapping flex container for cards of these shapes (CARD_SHAPES).
 */
export function breakRows(shapes: readonly FixedRatio[], box: Box): Row[] {
  const rows: Row[] = []
  let from = 0
  let basis = 0
  shapes.forEach((shape, index) => {
    const width = basisWidth(shape, box)
    if (index > from && basis + box.gapX + width > box.width + ROUNDING) {
      rows.push({ from, to: index, video: videoHeight(shapes.slice(from, index), box.width - basis, box) })
      from = index
      basis = 0
    }
    basis += width + (index > from ? box.gapX : 0)
  })
  if (shapes.length === 0) return rows
  // A filler element takes up the rest of the last row, if there is room for one.
  const left = box.width - basis
  const grows = box.phone || left < box.gapX
  return [...rows, { from, to: shapes.length, video: videoHeight(shapes.slice(from), grows ? left : 0, box) }]
}

function basisWidth(shape: FixedRatio, box: Box): number {
  const { phone, rem } = CARD_SIZES[shape]
  return box.phone ? Math.min(phone * box.width, maxWidth(shape, box)) : rem * box.rem * box.size
}

function maxWidth(shape: FixedRatio, { phone, rem, screen }: Box): number {
  const { ratio } = CARD_SIZES[shape]
  if (!phone) return MAX_REM * rem * ratio
  return ratio <= 1 ? MAX_SCREEN_PART * screen * ratio : Number.POSITIVE_INFINITY
}

/** Height of a row’s tallest video. `left`: width left over for the cards to grow into, in px. */
function videoHeight(row: readonly FixedRatio[], left: number, box: Box): number {
  const parts = row.reduce((sum, shape) => sum + CARD_SIZES[shape].grow, 0)
  const heights = row.map((shape) => {
    const { grow, ratio } = CARD_SIZES[shape]
    const width = basisWidth(shape, box) + (left * grow) / parts
    return Math.min(width, maxWidth(shape, box)) / ratio
  })
  return Math.max(...heights)
}
