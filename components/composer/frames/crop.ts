import { closestRatio, type FixedRatio, PIXELS, type Ratio } from '@/lib/shared/models'

/** In px. */
export type Size = { width: number; height: number }

/** Width divided by height, as the video has it. */
export function aspectOf(ratio: FixedRatio): number {
  const [width, height] = PIXELS[ratio]['720p']
  return width / height
}

/** How much is left of a photo that is cut from its centre, as shares of its width and height from 0 to 1. */
export type Kept = { width: number; height: number }

/**
 * What the model sees of an image: with a fixed ratio it cuts the image to it from the centre, with `adaptive` to
 * the ratio closest to the first image. Source: the model's documentation.
 */
export function keptOf(image: Size, ratio: FixedRatio): Kept {
  const factor = image.width / image.height / aspectOf(ratio)
  return { width: Math.min(1, 1 / factor), height: Math.min(1, factor) }
}

/** The ratio that the video will have, or null when the model is left to choose without an image. */
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

/** From this share on the loss is not worth a word: 16:9 in whole pixels is never quite 16:9. */
const ALL = 0.97

/** The kept share in a word, the closest there is; null when next to nothing is lost. */
export function portionOf({ width, height }: Kept): Portion | null {
  const share = width * height
  if (share >= ALL) return null
  return PORTIONS.reduce((best, next) =>
    Math.abs(next[1] - share) < Math.abs(best[1] - share) ? next : best,
  )[0]
}
