import type { Sharp } from 'sharp'
import sharp from '@/lib/server/sharp'
import type { ImageKind } from '@/lib/shared/reason'

/** No decoder but these three can be reached in this process, whatever bytes arrive. Ultra HDR opens as plain JPEG. */
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile'],
})

/** No image comes twice, so a cache of operations would only hold memory. */
sharp.cache(false)

/** One thread an image: decoding and encoding are serial, and the two turns (turns.ts) keep two cores busy. */
sharp.concurrency(1)

/**
 * Pixels that an image may have, by what it costs to decode: about a second of one core and 300 MB at most, with all
 * that follows, as measured (docs/decisions/013-pixels-by-format.md). Baseline JPEG is shrunk while it is decoded, so that
 * the largest phones' pictures (16,384 × 12,288) are taken; progressive JPEG, interlaced PNG and WebP are held whole.
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

/** Pixels from which an image that is held all at once takes both turns; WebP needs most, for encoding too. */
const HEAVY = { webp: 2_000_000, others: 12_000_000 }

/** What the header says. Sizes in px, upright. */
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
 * Reads a header by the decoder itself, without decoding, so that check and decoding cannot disagree.
 * @param scans of a JPEG, as its framing tells: several are held whole, also where they are not progressive
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
 * Opens an image for decoding, upright by its EXIF orientation. Any warning fails it: a picture cut short and closed
 * again decodes with no more than a warning, half of it grey. Odd EXIF or colour profiles raise none.
 */
export const open = (file: string): Sharp =>
  sharp(file, { failOn: 'warning', limitInputPixels: MOST_PIXELS, sequentialRead: true, autoOrient: true })
