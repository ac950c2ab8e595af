/** What a model accepts as an image. Bounds are inclusive; the ratio is width / height. */
export type ImageBounds = {
  minSide: number // px
  maxSide: number // px
  minRatio: number
  maxRatio: number
  maxBytes: number
}

/**
 * The documentation says sides over 300 and under 6000 px, ratio over 0.4 and under 2.5, under 30 MB each. The provider's
 * checks differ by a pixel or a hundredth at the edges, so we stay inside them.
 */
export const IMAGE = {
  minSide: 301,
  maxSide: 5_999,
  minRatio: 0.41,
  maxRatio: 2.49,
  maxBytes: 30_000_000,
} as const satisfies ImageBounds
