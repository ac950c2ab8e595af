import type { Sharp } from 'sharp'
import sharp from '@/lib/server/sharp'

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
 * Pixels that are decoded line by line: as many as phones make (16,384 × 12,288), at a memory of a few lines.
 * JPEG is even shrunk while decoding.
 */
const STREAMED_LIMIT = 202_000_000

/**
 * Pixels that the decoder must hold all at once: WebP, interlaced PNG, progressive JPEG, at up to 8 bytes each.
 * So 512 MB to decode the worst, one such image at a time; larger photos are taken when saved line by line.
 */
const HELD_LIMIT = 64_000_000

/** Pixels from which an image that is held all at once takes both turns; WebP needs most, for encoding too. */
const HEAVY = { webp: 2_000_000, others: 12_000_000 }

/** What the header says. Sizes in px, upright. `limit`: pixels that an image of this kind may have. */
export type Header = {
  format: string
  width: number
  height: number
  pages: number
  limit: number
  heavy: boolean
  hasAlpha: boolean
  deepProfile: boolean
}

/** Reads a header by the decoder itself, without decoding, so that check and decoding cannot disagree. */
export async function readHeader(file: string): Promise<Header> {
  const { format, autoOrient, pages, isProgressive, depth, hasAlpha, hasProfile } = await sharp(file, {
    limitInputPixels: false,
  }).metadata()
  const held = format === 'webp' || isProgressive
  return {
    format,
    ...autoOrient,
    pages: pages ?? 1,
    limit: held ? HELD_LIMIT : STREAMED_LIMIT,
    heavy: held && autoOrient.width * autoOrient.height > (format === 'webp' ? HEAVY.webp : HEAVY.others),
    hasAlpha,
    deepProfile: depth === 'ushort' && hasProfile,
  }
}

/**
 * Opens an image for decoding, upright by its EXIF orientation. Any warning fails it: a picture cut short and closed
 * again decodes with no more than a warning, half of it grey. Odd EXIF or colour profiles raise none.
 */
export const open = (file: string): Sharp =>
  sharp(file, { failOn: 'warning', limitInputPixels: STREAMED_LIMIT, sequentialRead: true, autoOrient: true })
