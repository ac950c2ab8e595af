import type { Sharp } from 'sharp'
import { BACKDROP } from '@/lib/shared/images/backdrop'
import { keptSize, type Rect, type Size, within } from '@/lib/shared/images/kept-size'
import { open } from './decoder'
import type { Format } from './signature'
import type { Source } from './source'

/** JPEG at 95 with full chroma resolution keeps a photo above 40 dB PSNR (colour.test.ts). */
const QUALITY = 95
const ATTEMPTS = 4

type Encoding = Format | 'webp-lossless'
export type ImageType = 'image/jpeg' | 'image/png' | 'image/webp'
export type Encoded = Size & { type: ImageType; bytes: number }
/** Wanted size in px, and most bytes. `crop`: the part of the upright image that it is made of; absent: the whole. */
type Target = { size: Size; bytes: number; crop?: Rect | undefined }

/**
 * Encoders. JPEG and PNG are streamed line by line; `optimiseCoding` would make JPEG hold all coefficients (6 bytes per pixel) to save
 * a few percent. Only pixels are written: sharp drops metadata and profiles unless told otherwise.
 */
const SAVERS = {
  jpeg: (image) =>
    image.jpeg({
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

/** The next encoding when one came out too heavy. Only then does a lossless image become lossy. */
const LIGHTER = {
  jpeg: 'jpeg',
  png: 'jpeg',
  webp: 'webp',
  'webp-lossless': 'webp',
} as const satisfies Record<Encoding, Encoding>

/**
 * Pixels up to which an encoding takes about a second (docs/decisions/013-pixels-by-format.md). Above, WebP becomes PNG if it was
 * lossless, else JPEG. A photographic PNG costs ten times as much to write as a JPEG; one with few bytes, such
 * as a screenshot, is quick at twice the size.
 */
const WEBP_LIMIT = 4_000_000
const LOSSLESS_WEBP_LIMIT = 2_000_000
const PNG_LIMIT = 8_300_000 // 3840 × 2160
const PLAIN_PNG = { pixels: 16_000_000, bytes: 8_000_000 }

/** Keeps the format, and losslessness, as long as encoding stays within the time limit. */
function encodingFor({ format, lossless, bytes }: Source, size: Size): Encoding {
  const many = pixels(size)
  if (format === 'jpeg') return 'jpeg'
  if (format === 'webp') {
    if (many <= (lossless ? LOSSLESS_WEBP_LIMIT : WEBP_LIMIT)) return lossless ? 'webp-lossless' : 'webp'
    return lossless && many <= PNG_LIMIT ? 'png' : 'jpeg'
  }
  const plain = many <= PLAIN_PNG.pixels && bytes <= PLAIN_PNG.bytes
  return plain || many <= PNG_LIMIT ? 'png' : 'jpeg'
}

type Attempt = { encoding: Encoding; size: Size }

/**
 * Re-encodes the image to `into`, in 8-bit sRGB, opaque, within `target`. One that is too heavy becomes lossy (PNG becomes JPEG), then
 * smaller until it fits. null: it never did.
 */
export async function encode(source: Source, target: Target, into: string): Promise<Encoded | null> {
  const { header, bytes } = source
  let attempt: Attempt = { encoding: encodingFor(source, target.crop ?? header), size: target.size }
  // Assume the same bytes per pixel as the input, to save an attempt: each costs as much as the first.
  const expected = (bytes * pixels(target.size)) / pixels(header)
  if (expected > target.bytes) attempt = lighter(attempt, expected, target.bytes)
  for (let count = 0; count < ATTEMPTS; count++) {
    const image = SAVERS[attempt.encoding](paint(source, attempt.size, target.crop))
    const { width, height, size: written } = await image.toFile(into)
    if (written <= target.bytes) return { width, height, type: TYPES[attempt.encoding], bytes: written }
    attempt = lighter(attempt, written, target.bytes)
  }
  return null
}

const pixels = ({ width, height }: Size): number => width * height

/** The next attempt after one of `bytes`, over `limit`: lossy, or smaller if it is lossy already. */
function lighter({ encoding, size }: Attempt, bytes: number, limit: number): Attempt {
  if (LIGHTER[encoding] !== encoding) return { encoding: LIGHTER[encoding], size }
  const longest = Math.max(size.width, size.height) * 0.95 * Math.sqrt(limit / bytes)
  return { encoding, size: within(size, Math.floor(longest)) }
}

function paint({ file, header }: Source, size: Size, crop: Rect | undefined): Sharp {
  const image = open(file)
  // sharp converts 16-bit images with a profile to P3 but labels the result sRGB; naming sRGB explicitly converts correctly.
  if (header.deepProfile) image.withIccProfile('srgb', { attach: false })
  const painted = crop ? cropped(image, header, size, crop) : sized(image, header, size)
  return header.hasAlpha ? painted.flatten({ background: BACKDROP }) : painted
}

const sized = (image: Sharp, from: Size, size: Size): Sharp =>
  size.width === from.width && size.height === from.height ? image : image.resize({ ...size, fit: 'fill' })

/** Cuts before scaling; but an image with more pixels than are kept is scaled first, which JPEG does while it is decoded. */
function cropped(image: Sharp, whole: Size, size: Size, { x, y, width, height }: Rect): Sharp {
  if (keptSize(whole).width === whole.width) {
    return sized(image.extract({ left: x, top: y, width, height }), { width, height }, size)
  }
  const across = size.width / width
  const down = size.height / height
  const reduced = { width: Math.ceil(whole.width * across), height: Math.ceil(whole.height * down) }
  return image.resize({ ...reduced, fit: 'fill' }).extract({
    left: Math.min(Math.round(x * across), reduced.width - size.width),
    top: Math.min(Math.round(y * down), reduced.height - size.height),
    ...size,
  })
}
