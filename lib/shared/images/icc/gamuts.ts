/** A point of the CIE 1931 diagram. */
export type Point = readonly [x: number, y: number]
/** The colours of which a colour space makes all others, and its white. */
export type Gamut = { red: Point; green: Point; blue: Point; white: Point }

const D65: Point = [0.3127, 0.329]
export const SRGB: Gamut = { red: [0.64, 0.33], green: [0.3, 0.6], blue: [0.15, 0.06], white: D65 }
const SMPTE_170M: Gamut = { red: [0.63, 0.34], green: [0.31, 0.595], blue: [0.155, 0.07], white: D65 }
const P3_RGB = { red: [0.68, 0.32], green: [0.265, 0.69], blue: [0.15, 0.06] } as const

/** By code point (ITU-T H.273, table 2), without sRGB’s. */
export const GAMUTS: Record<number, Gamut> = {
  4: { red: [0.67, 0.33], green: [0.21, 0.71], blue: [0.14, 0.08], white: [0.31, 0.316] },
  5: { red: [0.64, 0.33], green: [0.29, 0.6], blue: [0.15, 0.06], white: D65 },
  6: SMPTE_170M,
  7: SMPTE_170M,
  9: { red: [0.708, 0.292], green: [0.17, 0.797], blue: [0.131, 0.046], white: D65 }, // BT.2020
  11: { ...P3_RGB, white: [0.314, 0.351] },
  12: { ...P3_RGB, white: D65 }, // Display P3
  22: { red: [0.63, 0.34], green: [0.295, 0.605], blue: [0.155, 0.077], white: D65 },
}
