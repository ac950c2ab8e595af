import type { Sharp } from 'sharp'
import sharp from 'sharp'
import type { ImageKind } from '@/lib/shared/reason'

/** Only these three decoders are reachable in this process, whatever the input. Ultra HDR opens as plain JPEG. */
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile'],
})

/** No image is processed twice, so a cache would only hold memory. */
sharp.cache(false)

/** One thread per image: decoding and encoding are serial, and two turns (turns.ts) keep two cores busy. */
sharp.concurrency(1)

/**
 * Most pixels per kind, by the cost of decoding and everything after: about one second of one core and 300 MB, as measured
 * (docs/decisions/013-pixels-by-format.md). Baseline JPEG is downscaled while decoding, which admits the largest phone photos
 * (16,384 × 12,288). Progressive JPEG, interlaced PNG and WebP are held in memory whole.
 */
export const PIXELS = {
  jpeg: 202_000_000,
  progressive_jpeg: 51_000_000,
  cmyk_jpeg: 16_000_000,
  png: 64_000_000,
  deep_png: 25_000_000,
  webp: 25_000_000,
} as const satisfies Record<ImageKind, number>

const MOST_PIXELS = PIXELS.jpeg

/** Pixels above which an image held in memory takes both turns. WebP needs most memory, for encoding too. */
const HEAVY = { webp: 2_000_000, others: 12_000_000 }

/** An image's header. Width and height in px, upright. */
export type Header = {
  format: string
  kind: ImageKind
  width: number
  height: number
  pages: number
  heavy: boolean
  hasAlpha: boolean
  deepProfile: boolean
}

/**
 * Reads a header with the decoder itself, without decoding pixels, so that the checks and the decoder can't disagree.
 * @param scans of a JPEG, from its structure: with several it is held in memory whole, even when not progressive
 */
export async function readHeader(file: string, scans = 1): Promise<Header> {
  const { format, autoOrient, pages, isProgressive, depth, space, hasAlpha, hasProfile } = await sharp(file, {
    limitInputPixels: false,
  }).metadata()
  const held = format === 'webp' || isProgressive || scans > 1
  return {
    format,
    kind: kindOf(format, held, space === 'cmyk', depth === 'ushort'),
    ...autoOrient,
    pages: pages ?? 1,
    heavy: held && autoOrient.width * autoOrient.height > (format === 'webp' ? HEAVY.webp : HEAVY.others),
    hasAlpha,
    deepProfile: depth === 'ushort' && hasProfile,
  }
}

function kindOf(format: string, held: boolean, cmyk: boolean, deep: boolean): ImageKind {
  if (format === 'webp') return 'webp'
  if (format === 'png') return held || deep ? 'deep_png' : 'png'
  if (cmyk) return 'cmyk_jpeg'
  return held ? 'progressive_jpeg' : 'jpeg'
}

/**
 * Opens an image for decoding, upright by its EXIF orientation. Fails on any warning: a truncated image that was closed again decodes
 * with only a warning, half of it grey. Odd EXIF or colour profiles raise none.
 */
export const open = (file: string): Sharp =>
  sharp(file, { failOn: 'warning', limitInputPixels: MOST_PIXELS, sequentialRead: true, autoOrient: true })
