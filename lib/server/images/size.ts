import { boundsReason } from '@/lib/shared/image-bounds'
import type { ImageReason } from '@/lib/shared/reason'
import type { Header } from './decoder'

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

/** Why an image of this upright size cannot be taken. Too large is no reason by itself: it is made smaller. */
export function sizeReason({ width, height, limit }: Header, image: number | null): ImageReason | null {
  if (width * height > limit) return { is: 'image_too_many_pixels', image, width, height, limit }
  return boundsReason({ width, height }, image)
}
