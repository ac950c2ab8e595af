import type { Bytes } from './bytes'
import { END_OF_IMAGE, jpegSegments, START_OF_SCAN } from './jpeg-segments'
import { pngChunks } from './png-chunks'
import type { Format } from './signature'

/**
 * Facts from a format's container structure, without decoding a pixel. `end`: byte offset just after the image, or after the last of it
 * that is surely an image's.
 */
export type Structure = {
  end: number
  animated: boolean
  lossless: boolean
  /** Scans of a JPEG. With more than one, the decoder holds the whole image in memory. */
  scans?: number
}

/**
 * Most segments or chunks. More than any camera or program writes (a 64 MB PNG in libpng's 8 kB chunks has 8,000); millions of empty
 * ones would only keep the process busy.
 */
const PARTS_LIMIT = 65_536

/**
 * Parses a file's structure from its first byte to the image's end. Tolerates what may be mended (mend.ts). null: no image in it, or
 * more parts than any program writes.
 */
export const readStructure = (bytes: Bytes, format: Format): Promise<Structure | null> =>
  READERS[format](bytes)

/**
 * Most scans. Programs write ten or twelve; each takes a few bytes but costs the decoder a pass over the whole image.
 */
const SCANS_LIMIT = 32

/** Frames other than Huffman-coded baseline, extended or progressive, which no browser shows. */
const isForeignFrame = (marker: number): boolean =>
  marker >= 0xc3 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Counts the scans. Without an end marker, everything behind the last scan's header may be something else as well. */
async function readJpeg(bytes: Bytes): Promise<Structure | null> {
  let scans = 0
  let parts = 0
  let end: number | null = null
  for await (const segment of jpegSegments(bytes)) {
    if (isForeignFrame(segment.marker) || ++parts > PARTS_LIMIT) return null
    if (segment.marker === START_OF_SCAN && ++scans > SCANS_LIMIT) return null
    if (segment.marker === START_OF_SCAN || segment.marker === END_OF_IMAGE) end = segment.end
  }
  return end === null ? null : { end, animated: false, lossless: false, scans }
}

/** An APNG is a PNG with an acTL chunk. */
async function readPng(bytes: Bytes): Promise<Structure | null> {
  let end: number | null = null
  let animated = false
  let parts = 0
  for await (const chunk of pngChunks(bytes)) {
    if (++parts > PARTS_LIMIT || (parts === 1 && chunk.type !== 'IHDR')) return null
    animated ||= chunk.type === 'acTL'
    if (chunk.type === 'IDAT' || chunk.type === 'IEND') end = chunk.end
  }
  return end === null ? null : { end, animated, lossless: true }
}

const RIFF_HEAD = 12 // 'RIFF', size, 'WEBP'

/** Walks the RIFF chunks, which must lie within the declared RIFF size, and that within the file. */
async function readWebp(bytes: Bytes): Promise<Structure | null> {
  const riff = await bytes.at(0, RIFF_HEAD)
  if (riff.length < RIFF_HEAD) return null
  const end = 8 + riff.readUInt32LE(4)
  if (end > bytes.size) return null

  const types = new Set<string>()
  let position = RIFF_HEAD
  for (let parts = 0; position < end; parts++) {
    const header = await bytes.at(position, 8)
    if (header.length < 8 || parts === PARTS_LIMIT) return null
    const length = header.readUInt32LE(4)
    // Data is padded to an even length; some writers leave the last padding byte out of the RIFF's size.
    if (position + 8 + length > end) return null
    types.add(header.toString('latin1', 0, 4))
    position += 8 + length + (length % 2)
  }
  const animated = types.has('ANIM') || types.has('ANMF')
  if (!animated && !types.has('VP8 ') && !types.has('VP8L')) return null
  return { end, animated, lossless: types.has('VP8L') }
}

const READERS = { jpeg: readJpeg, png: readPng, webp: readWebp } as const satisfies Record<
  Format,
  (bytes: Bytes) => Promise<Structure | null>
>
