import type { ImageReason } from '@/lib/shared/reason'
import { type Header, PIXELS } from './decoder'

export type Size = { width: number; height: number } // px

/**
 * The size with its longer side at most `longest`. The shorter side is rounded up: towards the square, so that no
 * rounding carries a ratio over a model's bounds.
 */
export function within({ width, height }: Size, longest: number): Size {
  const longer = Math.max(width, height)
  if (longer <= longest) return { width, height }
  const scaled = (side: number) => Math.ceil((side * longest) / longer)
  return { width: scaled(width), height: scaled(height) }
}

/**
 * What is kept in its own size, in px: up to so many pixels, as large as any model takes, with no side longer than WebP
 * can have. One of more pixels becomes no larger than `reduced`: its time goes by what is written.
 */
const KEPT = { side: 16_383, pixels: 36_000_000, reduced: 16_000_000 }

/** The size in which an image is kept: as it came, or smaller where it would take too long to write. */
export function keptSize(size: Size): Size {
  const { width, height } = size
  if (width * height <= KEPT.pixels) return within(size, KEPT.side)
  const longest = Math.floor(Math.max(width, height) * Math.sqrt(KEPT.reduced / (width * height)))
  return within(size, Math.min(KEPT.side, longest)) // at once: rounded twice, the ratio would move
}

/** Why an image cannot be decoded safely, by its header. */
export function pixelsReason({ width, height, kind }: Header, image: number | null): ImageReason | null {
  const limit = PIXELS[kind]
  if (width * height <= limit) return null
  return { type: 'image_too_many_pixels', image, width, height, kind, limit }
}
