import { type ImageBounds, modelOrDefault } from '@/lib/shared/models'
import type { ImageReason } from '@/lib/shared/reason'

/** The image bounds of a model; those of the default model when this one is no longer in the table. */
export const boundsOf = (model: string): ImageBounds => modelOrDefault(model).image

/**
 * Why a model can't take an image of this size (px, after rotation); null when it can. The form applies this before the
 * upload and the server after it. An image that is too large passes: it is scaled down when it is sent.
 */
export function boundsReason(
  { width, height }: { width: number; height: number },
  image: number | null,
  { minSide, minRatio, maxRatio }: ImageBounds,
): ImageReason | null {
  if (Math.min(width, height) < minSide)
    return { type: 'image_too_small', image, width, height, min: minSide }
  const ratio = width / height
  if (ratio >= minRatio && ratio <= maxRatio) return null
  return { type: 'image_ratio', image, width, height, min: minRatio, max: maxRatio }
}
