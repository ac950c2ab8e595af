import { boundsReason } from '@/lib/shared/image-bounds'
import { IMAGE } from '@/lib/shared/models'
import type { ImageReason } from '@/lib/shared/reason'
import { type Header, PIXELS } from './decoder'

export type Size = { width: number; height: number } // px

/**
 * The size with its longer side at most `longest`. The shorter side is rounded up: towards the square, so that no
 * rounding carries a ratio over the model's bounds.
 */
export function within({ width, height }: Size, longest: number): Size {
  const longer = Math.max(width, height)
  if (longer <= longest) return { width, height }
  const scaled = (side: number) => Math.ceil((side * longest) / longer)
  return { width: scaled(width), height: scaled(height) }
}

/** An image that is larger than the model takes becomes no larger than this, in px: its time goes by what is written. */
const REDUCED = 16_000_000

/** The size in which an image is kept: as it came, or within the model's sides and, if that takes making smaller, REDUCED. */
export function keptSize(size: Size): Size {
  const { width, height } = size
  const { maxSide } = IMAGE
  if (width * height <= maxSide ** 2) return within(size, maxSide)
  return within(size, Math.min(maxSide, longestSide(size, REDUCED))) // at once: rounded twice, the ratio would move
}

/** The size with at most so many pixels, but for rounding. */
export function withPixels(size: Size, most: number): Size {
  return within(size, longestSide(size, most))
}

const longestSide = ({ width, height }: Size, most: number): number =>
  Math.floor(Math.max(width, height) * Math.min(1, Math.sqrt(most / (width * height))))

/** Why an image of this upright size cannot be taken. Too large is no reason by itself: it is made smaller. */
export function sizeReason({ width, height, kind }: Header, image: number | null): ImageReason | null {
  const limit = PIXELS[kind]
  if (width * height > limit) return { is: 'image_too_many_pixels', image, width, height, kind, limit }
  return boundsReason({ width, height }, image)
}
