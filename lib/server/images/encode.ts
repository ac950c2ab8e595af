import type { Sharp } from 'sharp'
import { type Header, open } from './decoder'
import type { Format } from './signature'
import { type Size, within } from './size'
import type { Source } from './source'

/** At 95, JPEG in full colour resolution, a photo stays above 40 dB to what came in (colour.test.ts). */
const QUALITY = 95
const ATTEMPTS = 4

type Encoding = Format | 'webp-lossless'
export type ImageType = 'image/jpeg' | 'image/png' | 'image/webp'
export type Encoded = Size & { type: ImageType; bytes: number }
/** What is to be written: its size in px, and at most so many bytes. */
type Target = { size: Size; bytes: number }

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

const TYPES = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  'webp-lossless': 'image/webp',
} as const satisfies Record<Encoding, ImageType>

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
function encodingFor({ format, lossless, header, bytes }: Source): Encoding {
  const many = pixels(header)
  if (format === 'jpeg') return 'jpeg'
  if (format === 'webp') {
    if (many <= (lossless ? LOSSLESS_WEBP_LIMIT : WEBP_LIMIT)) return lossless ? 'webp-lossless' : 'webp'
    return (lossless || header.hasAlpha) && many <= PNG_LIMIT ? 'png' : 'jpeg'
  }
  const plain = many <= PLAIN_PNG.pixels && bytes <= PLAIN_PNG.bytes
  return plain || many <= PNG_LIMIT ? 'png' : 'jpeg'
}

type Attempt = { encoding: Encoding; size: Size }

/**
 * Writes the image anew to `into`, in sRGB with 8 bits, no larger or heavier than `target`. One that is too heavy
 * becomes lossy (a PNG a JPEG, on white where it was transparent), then smaller until it fits. null: it never did.
 */
export async function encode(source: Source, target: Target, into: string): Promise<Encoded | null> {
  const { file, header, bytes } = source
  let attempt: Attempt = { encoding: encodingFor(source), size: target.size }
  // It comes out at about the bytes a pixel that it came with, and each attempt costs as much as the first.
  const expected = (bytes * pixels(target.size)) / pixels(header)
  if (expected > target.bytes) attempt = lighter(attempt, expected, target.bytes)
  for (let count = 0; count < ATTEMPTS; count++) {
    const image = SAVERS[attempt.encoding](paint(file, header, attempt.size))
    const { width, height, size: written } = await image.toFile(into)
    if (written <= target.bytes) return { width, height, type: TYPES[attempt.encoding], bytes: written }
    attempt = lighter(attempt, written, target.bytes)
  }
  return null
}

const pixels = ({ width, height }: Size): number => width * height

/** What to try where an encoding has, or would have, more bytes than the limit: lossy, or smaller where it is that already. */
function lighter({ encoding, size }: Attempt, bytes: number, limit: number): Attempt {
  if (LIGHTER[encoding] !== encoding) return { encoding: LIGHTER[encoding], size }
  const longest = Math.max(size.width, size.height) * 0.95 * Math.sqrt(limit / bytes)
  return { encoding, size: within(size, Math.floor(longest)) }
}

function paint(file: string, header: Header, size: Size): Sharp {
  const image = open(file)
  // sharp takes 16 bits with a profile to P3 and would call the result sRGB; asking for sRGB by name converts it.
  if (header.deepProfile) image.withIccProfile('srgb', { attach: false })
  return size.width === header.width && size.height === header.height
    ? image
    : image.resize({ ...size, fit: 'fill' })
}
