/** What a model takes of an image: sides and their ratio (width / height) with both bounds included. */
export type ImageBounds = {
  minSide: number // px
  maxSide: number // px
  minRatio: number
  maxRatio: number
  maxBytes: number
}

/**
 * The documents say sides over 300 and under 6000 px, ratio over 0.4 and under 2.5, under 30 MB each; checks at the
 * provider differ by a pixel or a hundredth at the edges, so we keep inside of them.
 */
export const IMAGE = {
  minSide: 301,
  maxSide: 5_999,
  minRatio: 0.41,
  maxRatio: 2.49,
  maxBytes: 30_000_000,
} as const satisfies ImageBounds

/** The most images that any model takes. */
export const IMAGE_LIMIT = 2
