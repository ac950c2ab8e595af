import { colorants, D50, type Triple } from './colorants'
import { CURVES, srgb } from './curves'
import { GAMUTS, type Gamut, SRGB } from './gamuts'

/**
 * Makes ICC profiles of the kind that displays have: three primaries and one curve (ICC.1:2022). Colours are converted by whoever reads
 * the image, so nothing is converted here.
 */

/** Whether colours with these code points look right when taken for sRGB. */
export const isSrgb = (primaries: number, transfer: number): boolean =>
  GAMUTS[primaries] === undefined && CURVES[transfer] === undefined

/** The profile for these code points of H.273; unknown ones count as sRGB’s. */
export const profileOfCodes = (primaries: number, transfer: number): Uint8Array =>
  profile(GAMUTS[primaries] ?? SRGB, curveOf(CURVES[transfer] ?? srgb))

/** The profile for these primaries and this gamma. */
export const profileOfGamma = (gamut: Gamut, gamma: number): Uint8Array =>
  profile(
    gamut,
    curveOf((level) => level ** gamma),
  )

/** The profile for grey in RGB with the curve of this profile for grey; null if it has none. */
export function profileOfGrey(grey: Uint8Array): Uint8Array | null {
  const view = new DataView(grey.buffer, grey.byteOffset, grey.byteLength)
  for (let tag = 0; tag < view.getUint32(HEADER); tag++) {
    const at = HEADER + 4 + tag * TAG
    if (letters(grey.subarray(at, at + 4)) !== 'kTRC') continue
    const start = view.getUint32(at + 4)
    return profile(SRGB, grey.slice(start, start + view.getUint32(at + 8)))
  }
  return null
}

const letters = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

const HEADER = 128
const TAG = 12
const CURVE_ENTRIES = 1_024

function curveOf(light: (level: number) => number): Uint8Array {
  const view = new DataView(new ArrayBuffer(12 + 2 * CURVE_ENTRIES))
  writeLetters(view, 0, 'curv')
  view.setUint32(8, CURVE_ENTRIES)
  for (let index = 0; index < CURVE_ENTRIES; index++) {
    view.setUint16(12 + 2 * index, Math.round(65_535 * light(index / (CURVE_ENTRIES - 1))))
  }
  return new Uint8Array(view.buffer)
}

const writeLetters = (view: DataView, at: number, text: string): void =>
  [...text].forEach((letter, index) => void view.setUint8(at + index, letter.charCodeAt(0)))

const writeFixed = (view: DataView, at: number, values: Triple): void =>
  values.forEach((value, index) => void view.setInt32(at + 4 * index, Math.round(value * 65_536)))

function xyz(values: Triple): Uint8Array {
  const view = new DataView(new ArrayBuffer(20))
  writeLetters(view, 0, 'XYZ ')
  writeFixed(view, 8, values)
  return new Uint8Array(view.buffer)
}

/** A text in one language. */
function text(content: string): Uint8Array {
  const view = new DataView(new ArrayBuffer(28 + 2 * content.length))
  writeLetters(view, 0, 'mluc')
  for (const [at, value] of [
    [8, 1],
    [12, 12],
    [20, 2 * content.length],
    [24, 28],
  ] as const)
    view.setUint32(at, value)
  writeLetters(view, 16, 'enUS')
  for (const [index, letter] of [...content].entries()) view.setUint16(28 + 2 * index, letter.charCodeAt(0))
  return new Uint8Array(view.buffer)
}

function profile(gamut: Gamut, curve: Uint8Array): Uint8Array {
  const [red, green, blue] = colorants(gamut)
  const name = text('Colours of a photo')
  const tags: [string, Uint8Array][] = [
    ['desc', name],
    ['cprt', name],
    ['wtpt', xyz(D50)],
    ['rXYZ', xyz(red)],
    ['gXYZ', xyz(green)],
    ['bXYZ', xyz(blue)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  return assembled(tags)
}

const padded = (length: number): number => Math.ceil(length / 4) * 4

/** Tags with the same content share it. */
function assembled(tags: readonly [string, Uint8Array][]): Uint8Array {
  const positions = new Map<Uint8Array, number>()
  let size = HEADER + 4 + tags.length * TAG
  for (const [, content] of tags) {
    if (positions.has(content)) continue
    positions.set(content, size)
    size += padded(content.length)
  }
  const whole = new Uint8Array(size)
  const view = new DataView(whole.buffer)
  writeHeader(view, size)
  view.setUint32(HEADER, tags.length)
  for (const [index, [name, content]] of tags.entries()) {
    const at = HEADER + 4 + index * TAG
    writeLetters(view, at, name)
    view.setUint32(at + 4, positions.get(content) ?? 0)
    view.setUint32(at + 8, content.length)
    whole.set(content, positions.get(content))
  }
  return whole
}

function writeHeader(view: DataView, size: number): void {
  view.setUint32(0, size)
  view.setUint32(8, 0x04_30_00_00) // version 4.3
  writeLetters(view, 12, 'mntrRGB XYZ ')
  view.setUint16(24, 2_026)
  view.setUint16(26, 1)
  view.setUint16(28, 1)
  writeLetters(view, 36, 'acsp')
  writeFixed(view, 68, D50)
}
