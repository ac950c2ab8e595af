import { DEFAULT_MODEL, findModel, type ImageBounds, MODELS } from './models'
import type { ImageReason } from './reason'

/** What a model takes of an image; the default's for a model that is not known any more. */
export const boundsOf = (model: string): ImageBounds => (findModel(model) ?? MODELS[DEFAULT_MODEL]).image

/**
 * Why a model cannot take an image of this upright size (px), null when it can. The one rule for the form, which knows
 * the size before the upload, and for the server. Too large is no reason: such an image is scaled down when it is sent.
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
