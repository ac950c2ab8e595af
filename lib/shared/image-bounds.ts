import { IMAGE } from './models'
import type { ImageReason } from './reason'

/**
 * Why the model takes no image of this upright size (px), null when it does. The one rule for the form, which knows
 * the size before the upload, and for the server. Too large is no reason: such an image is made smaller.
 */
export function boundsReason(
  { width, height }: { width: number; height: number },
  image: number | null,
): ImageReason | null {
  const { minSide, minRatio, maxRatio } = IMAGE
  if (Math.min(width, height) < minSide) return { is: 'image_too_small', image, width, height, min: minSide }
  const ratio = width / height
  if (ratio >= minRatio && ratio <= maxRatio) return null
  return { is: 'image_ratio', image, width, height, min: minRatio, max: maxRatio }
}
