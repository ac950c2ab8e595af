/** The aspect ratios on offer; `adaptive` leaves the choice to the model. */
export const RATIOS = ['16:9', '4:3', '1:1', '3:4', '9:16', '21:9', 'adaptive'] as const

export type Ratio = (typeof RATIOS)[number]
export type FixedRatio = Exclude<Ratio, 'adaptive'>

export const FIXED_RATIOS = RATIOS.filter((ratio) => ratio !== 'adaptive')

/** Whether a setting is a ratio with known sizes: not `adaptive`, and not a value from an old record. */
export const isFixedRatio = (ratio: string): ratio is FixedRatio =>
  FIXED_RATIOS.some((fixed) => fixed === ratio)

type Size = readonly [width: number, height: number]
export type Pixels = Record<FixedRatio, Readonly<Record<string, Size>>>

/** Output size in px. Source: the documentation of SeeDance 2.0. */
export const PIXELS = {
  '16:9': { '480p': [864, 496], '720p': [1280, 720] },
  '4:3': { '480p': [752, 560], '720p': [1112, 834] },
  '1:1': { '480p': [640, 640], '720p': [960, 960] },
  '3:4': { '480p': [560, 752], '720p': [834, 1112] },
  '9:16': { '480p': [496, 864], '720p': [720, 1280] },
  '21:9': { '480p': [992, 432], '720p': [1470, 630] },
} as const satisfies Pixels

/** The ratio that `adaptive` gives an image of this size: the closest of the six, compared as factors (log scale). */
export function closestRatio(width: number, height: number): FixedRatio {
  const distance = (ratio: FixedRatio) => {
    const [w, h] = PIXELS[ratio]['720p']
    return Math.abs(Math.log((width / height) * (h / w)))
  }
  return FIXED_RATIOS.reduce((best, ratio) => (distance(ratio) < distance(best) ? ratio : best))
}
