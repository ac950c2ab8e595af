import type { Bytes } from './bytes'
import type { Format } from './signature'

/** Facts from a format's container structure, without decoding a pixel. `end`: byte offset just after the image. */
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

/** Parses a file's structure from its first byte to the image's end. null: malformed or truncated. */
export const readStructure = (bytes: Bytes, format: Format): Promise<Structure | null> =>
  READERS[format](bytes)

const END_OF_IMAGE = 0xd9
const START_OF_SCAN = 0xda

/**
 * Most scans. Programs write ten or twelve; each takes a few bytes but costs the decoder a pass over the whole image.
 */
const SCANS_LIMIT = 32

/** Frames other than Huffman-coded baseline, extended or progressive, which no browser shows. */
const isForeignFrame = (marker: number): boolean =>
  marker >= 0xc3 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Markers without a length: TEM, RST0 to RST7, SOI. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)

/** In compressed data, FF is followed by 00 or a restart marker; FF FF is padding. None begins a segment. */
const isData = (code: number): boolean => code === 0x00 || code === 0xff || (code >= 0xd0 && code <= 0xd7)

/**
 * Walks from marker to marker up to the first end of image. Phones append more (a video, a second image); a thumbnail's own end lies
 * inside a segment and is skipped.
 */
async function readJpeg(bytes: Bytes): Promise<Structure | null> {
  let position = 2
  let scans = 0
  for (let parts = 0; parts < PARTS_LIMIT; parts++) {
    const found = await nextMarker(bytes, position)
    if (found === null) return null
    if (found.marker === END_OF_IMAGE) return { end: found.behind, animated: false, lossless: false, scans }
    position = found.behind
    if (found.marker === START_OF_SCAN && ++scans > SCANS_LIMIT) return null
    if (isForeignFrame(found.marker)) return null
    if (standsAlone(found.marker)) continue
    const length = await bytes.at(position, 2)
    if (length.length < 2) return null
    position += Math.max(2, length.readUInt16BE(0))
  }
  return null
}

async function nextMarker(bytes: Bytes, from: number): Promise<{ marker: number; behind: number } | null> {
  let position = from
  while (position + 1 < bytes.size) {
    const chunk = await bytes.at(position, 2)
    if (chunk.length < 2) return null
    for (let at = 0; at + 1 < chunk.length; at++) {
      const code = chunk[at] === 0xff ? chunk[at + 1] : undefined
      if (code !== undefined && !isData(code)) return { marker: code, behind: position + at + 2 }
    }
    position += chunk.length - 1
  }
  return null
}

const PNG_SIGNATURE = 8
const CHUNK_FRAME = 12 // length, type and checksum around a chunk's data

/** Walks the chunks up to IEND. An APNG is a PNG with an acTL chunk. */
async function readPng(bytes: Bytes): Promise<Structure | null> {
  let position = PNG_SIGNATURE
  let animated = false
  for (let parts = 0; parts < PARTS_LIMIT; parts++) {
    const header = await bytes.at(position, 8)
    if (header.length < 8) return null
    const end = position + CHUNK_FRAME + header.readUInt32BE(0)
    const type = header.toString('latin1', 4, 8)
    if (end > bytes.size || (parts === 0 && type !== 'IHDR')) return null
    if (type === 'IEND') return { end, animated, lossless: true }
    animated ||= type === 'acTL'
    position = end
  }
  return null
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
