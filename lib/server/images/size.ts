import type { ImageReason } from '@/lib/shared/reason'
import { type Header, PIXELS } from './decoder'

export type Size = { width: number; height: number } // px

/**
 * Limits the longer side to `longest`. Rounds the shorter side up, towards the square, so that rounding never carries a ratio over a
 * model's bounds.
 */
export function within({ width, height }: Size, longest: number): Size {
  const longer = Math.max(width, height)
  if (longer <= longest) return { width, height }
  const scaled = (side: number) => Math.ceil((side * longest) / longer)
  return { width: scaled(width), height: scaled(height) }
}

/**
 * Bounds in px for keeping an image's own size: as many pixels as any model accepts, and no side longer than WebP allows. With more
 * pixels, an image is scaled down to `reduced`, because its cost is that of writing.
 */
const KEPT = { side: 16_383, pixels: 36_000_000, reduced: 16_000_000 }

/** The size in which an image is stored: its own, or smaller where writing would take too long. */
export function keptSize(size: Size): Size {
  const { width, height } = size
  if (width * height <= KEPT.pixels) return within(size, KEPT.side)
  const longest = Math.floor(Math.max(width, height) * Math.sqrt(KEPT.reduced / (width * height)))
  return within(size, Math.min(KEPT.side, longest)) // in one step: rounding twice would change the ratio
}

/** Why an image can't be decoded safely, judged by its header. */
export function pixelsReason({ width, height, kind }: Header, image: number | null): ImageReason | null {
  const limit = PIXELS[kind]
  if (width * height <= limit) return null
  return { type: 'image_too_many_pixels', image, width, height, kind, limit }
}
