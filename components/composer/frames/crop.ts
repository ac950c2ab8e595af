import type { Size } from '@/lib/shared/images/kept-size'
import { closestRatio, type FixedRatio, PIXELS, type Ratio } from '@/lib/shared/models'

/** Width divided by height, of the video’s actual pixels. */
export function aspectOf(ratio: FixedRatio): number {
  const [width, height] = PIXELS[ratio]['720p']
  return width / height
}

/** The part of a photo that a centre crop keeps, as fractions of its width and height, 0 to 1. */
export type Kept = { width: number; height: number }

/**
 * What the model keeps of an image: it crops from the centre to the fixed ratio or, with `adaptive`, to the ratio
 * closest to the first image. Source: the model’s documentation.
 */
export function keptOf(image: Size, ratio: FixedRatio): Kept {
  const factor = image.width / image.height / aspectOf(ratio)
  return { width: Math.min(1, 1 / factor), height: Math.min(1, factor) }
}

/** The ratio of the video; null with `adaptive` and no image, when the model chooses. */
export function videoRatio(ratio: Ratio, first: Size | null): FixedRatio | null {
  if (ratio !== 'adaptive') return ratio
  return first && closestRatio(first.width, first.height)
}

const PORTIONS = [
  ['little', 0.17],
  ['quarter', 1 / 4],
  ['third', 1 / 3],
  ['half', 1 / 2],
  ['twoThirds', 2 / 3],
  ['threeQuarters', 3 / 4],
  ['most', 0.9],
] as const
export type Portion = (typeof PORTIONS)[number][0]

/** From this fraction on the loss is not worth mentioning: 16:9 in whole pixels is never exactly 16:9. */
const ALL = 0.97

/** The kept fraction as the closest word; null if almost nothing is lost. */
export function portionOf({ width, height }: Kept): Portion | null {
  const share = width * height
  if (share >= ALL) return null
  return PORTIONS.reduce((best, next) =>
    Math.abs(next[1] - share) < Math.abs(best[1] - share) ? next : best,
  )[0]
}
