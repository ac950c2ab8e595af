import type { Sharp } from 'sharp'
import { IMAGE } from '@/lib/shared/models'
import { type Header, open } from './decoder'
import type { Format } from './signature'
import { keptSize, type Size, within, withPixels } from './size'

/** At 95, JPEG in full colour resolution, a photo stays above 40 dB to what came in (colour.test.ts). */
const QUALITY = 95
const ATTEMPTS = 4

export type Encoding = Format | 'webp-lossless'
export type Encoded = Size & { format: Format; bytes: number }

/**
 * JPEG and PNG are written while lines arrive: `optimiseCoding` would make JPEG hold all coefficients (6 bytes a
 * pixel) to save a few percent. Nothing but pixels is written: sharp keeps metadata and profiles only when asked to.
 */
const SAVERS = {
  jpeg: (image) =>
    image.flatten({ background: '#fff' }).jpeg({
      quality: QUALITY,
      chromaSubsampling: '4:4:4',
      optimiseCoding: false,
    }),
  png: (image) => image.png({ adaptiveFiltering: true, compressionLevel: 3 }),
  webp: (image) => image.webp({ quality: QUALITY, smartSubsample: true, effort: 2 }),
  'webp-lossless': (image) => image.webp({ lossless: true, effort: 0 }),
} as const satisfies Record<Encoding, (image: Sharp) => Sharp>

const FORMATS = { jpeg: 'jpeg', png: 'png', webp: 'webp', 'webp-lossless': 'webp' } as const satisfies Record<
  Encoding,
  Format
>

/** What to try when an encoding came out too heavy: only then does a lossless image become a lossy one. */
const LIGHTER = {
  jpeg: 'jpeg',
  png: 'jpeg',
  webp: 'webp',
  'webp-lossless': 'webp',
} as const satisfies Record<Encoding, Encoding>

/**
 * Pixels up to which an encoding is done in about a second (docs/decisions/013-pixels-by-format.md). Above, WebP becomes
 * PNG where it was lossless or has transparency, else JPEG. A PNG of a photograph costs ten times as much to write as
 * a JPEG; one that came in few bytes, as of a screen, is quick in twice the size.
 */
const WEBP_LIMIT = 4_000_000
const LOSSLESS_WEBP_LIMIT = 2_000_000
const PNG_LIMIT = 8_300_000 // 3840 × 2160
const PLAIN_PNG = { pixels: 16_000_000, bytes: 8_000_000 }

/** A format stays what it is, and lossless stays lossless, as long as that takes no longer than it may. */
export function encodingFor(
  format: Format,
  lossless: boolean,
  { width, height, hasAlpha }: Header,
  bytes: number,
): Encoding {
  const pixels = width * height
  if (format === 'jpeg') return 'jpeg'
  if (format === 'webp') {
    if (pixels <= (lossless ? LOSSLESS_WEBP_LIMIT : WEBP_LIMIT)) return lossless ? 'webp-lossless' : 'webp'
    return (lossless || hasAlpha) && pixels <= PNG_LIMIT ? 'png' : 'jpeg'
  }
  const plain = pixels <= PLAIN_PNG.pixels && bytes <= PLAIN_PNG.bytes
  return plain || pixels <= PNG_LIMIT ? 'png' : 'jpeg'
}

/**
 * Writes the image anew to `into`, in sRGB with 8 bits and within the model's sides and bytes. One that is too heavy
 * becomes lossy (a PNG a JPEG, on white where it was transparent), then smaller until it fits. null: it never did.
 * @param bytes of the file: what came heavy is made smaller at once, for each attempt costs as much as the first
 */
export async function encode(
  file: string,
  header: Header,
  encoding: Encoding,
  bytes: number,
  into: string,
): Promise<Encoded | null> {
  let saver: Encoding = encoding
  let size = foreseen(header, bytes)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { width, height, size: written } = await SAVERS[saver](paint(file, header, size)).toFile(into)
    if (written <= IMAGE.maxBytes) return { width, height, format: FORMATS[saver], bytes: written }
    if (saver === 'jpeg' || saver === 'webp') size = lighter(size, written)
    saver = LIGHTER[saver]
  }
  return null
}

const lighter = (size: Size, bytes: number): Size =>
  within(size, Math.floor(Math.max(size.width, size.height) * 0.95 * Math.sqrt(IMAGE.maxBytes / bytes)))

/** Pixels of which every JPEG fits into IMAGE.maxBytes: pure noise has 2.3 bytes each. */
const SURE = 12_000_000

/** A JPEG comes out at about the bytes a pixel that it came with, or more. */
function foreseen(header: Header, bytes: number): Size {
  const size = keptSize(header)
  const expected = (bytes * size.width * size.height) / (header.width * header.height)
  return header.format === 'jpeg' && expected > IMAGE.maxBytes ? withPixels(size, SURE) : size
}

function paint(file: string, header: Header, size: Size): Sharp {
  const image = open(file)
  // sharp takes 16 bits with a profile to P3 and would call the result sRGB; asking for sRGB by name converts it.
  if (header.deepProfile) image.withIccProfile('srgb', { attach: false })
  return size.width === header.width && size.height === header.height
    ? image
    : image.resize({ ...size, fit: 'fill' })
}
