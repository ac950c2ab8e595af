import type { Sharp } from 'sharp'
import { IMAGE } from '@/lib/shared/seedance'
import { type Header, open } from './decoder'
import type { Format } from './signature'
import { type Size, within } from './size'

/** At 95, JPEG in full colour resolution, a photo stays above 40 dB to what came in (colour.test.ts). */
const QUALITY = 95
const ATTEMPTS = 6

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
  png: (image) => image.png({ adaptiveFiltering: true }),
  webp: (image) => image.webp({ quality: QUALITY, smartSubsample: true }),
  'webp-lossless': (image) => image.webp({ lossless: true }),
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
 * libwebp holds a picture whole: from file to file about 25 bytes a pixel, 50 without loss (measured). Above this many
 * pixels the line by line encoders take over: PNG without loss or with transparency, else JPEG.
 */
const WEBP_LIMIT = 4_000_000

/** A format stays what it is, and lossless stays lossless. */
export function encodingFor(
  format: Format,
  lossless: boolean,
  { width, height, hasAlpha }: Header,
): Encoding {
  if (format !== 'webp') return format
  if (width * height > WEBP_LIMIT) return lossless || hasAlpha ? 'png' : 'jpeg'
  return lossless ? 'webp-lossless' : 'webp'
}

/**
 * Writes the image anew to `into`, in sRGB with 8 bits and within the model's sides and bytes. One that is too heavy
 * becomes lossy (a PNG a JPEG, on white where it was transparent), then smaller until it fits. null: it never did.
 */
export async function encode(
  file: string,
  header: Header,
  encoding: Encoding,
  into: string,
): Promise<Encoded | null> {
  let saver: Encoding = encoding
  let size = within(header, IMAGE.maxSide)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { width, height, size: bytes } = await SAVERS[saver](paint(file, header, size)).toFile(into)
    if (bytes <= IMAGE.maxBytes) return { width, height, format: FORMATS[saver], bytes }
    if (saver === 'jpeg' || saver === 'webp') {
      const factor = 0.95 * Math.sqrt(IMAGE.maxBytes / bytes)
      size = within(size, Math.floor(Math.max(size.width, size.height) * factor))
    }
    saver = LIGHTER[saver]
  }
  return null
}

function paint(file: string, header: Header, size: Size): Sharp {
  const image = open(file)
  // sharp takes 16 bits with a profile to P3 and would call the result sRGB; asking for sRGB by name converts it.
  if (header.deepProfile) image.withIccProfile('srgb', { attach: false })
  return size.width === header.width && size.height === header.height
    ? image
    : image.resize({ ...size, fit: 'fill' })
}
