/** White of a photo in light levels (ITU-R BT.2408); what is brighter is clipped. */
const WHITE_NITS = 203

/** Of sRGB. */
export const srgb = (level: number): number =>
  level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4

/** SMPTE ST 2084. */
function pq(level: number): number {
  const root = level ** (1 / 78.84375)
  const nits =
    10_000 * (Math.max(root - 0.8359375, 0) / (18.8515625 - 18.6875 * root)) ** (1 / 0.1593017578125)
  return Math.min(1, nits / WHITE_NITS)
}

/** ITU-R BT.2100, for a display of 1,000 nits. */
function hlg(level: number): number {
  const linear =
    level <= 0.5 ? level ** 2 / 3 : (Math.exp((level - 0.55991073) / 0.17883277) + 0.28466892) / 12
  return Math.min(1, (1_000 * linear ** 1.2) / WHITE_NITS)
}

/** From a stored level to light, both 0 to 1, by code point (ITU-T H.273, table 3). Cameras’ other curves are shown like sRGB. */
export const CURVES: Record<number, (level: number) => number> = {
  4: (level) => level ** 2.2,
  5: (level) => level ** 2.8,
  8: (level) => level,
  16: pq,
  18: hlg,
}
