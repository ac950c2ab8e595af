import { writeImage } from '@/components/composer/frames/canvas-image'
import type { Size } from '@/components/composer/frames/crop'
import type { FixedRatio } from '@/lib/shared/models'
import { type Area, cutOf, sentSize } from './geometry'
import type { OpenImage } from './use-open-image'

/**
 * Crops a photo to a part of exactly this ratio.
 * @throws Error when the browser cannot
 */
export async function cutOut(
  { image, type }: OpenImage,
  area: Area,
  ratio: FixedRatio,
  name: string,
): Promise<{ file: File; size: Size }> {
  const rect = cutOf(area, { width: image.naturalWidth, height: image.naturalHeight }, ratio)
  const size = sentSize(rect)
  const pixels = await writeImage(image, rect, size, type)
  return { file: new File([pixels], name, { type: pixels.type }), size }
}
