import type { Bytes } from './bytes'
import { PARTS_LIMIT, type Structure } from './framing'

const END_OF_IMAGE = 0xd9
const START_OF_SCAN = 0xda

/**
 * Programs write ten or twelve scans. Each costs the decoder a walk over the whole picture, and a few bytes are enough
 * for one.
 */
const SCANS_LIMIT = 32

/** Frames of no Huffman-coded baseline, extended or progressive picture: no browser shows them. */
const isForeignFrame = (marker: number): boolean =>
  marker >= 0xc3 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Markers without a length behind them: TEM, RST0 to RST7, SOI. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)

/** Inside of compressed data FF is followed by 00 or a restart; FF FF is padding. None begins a segment. */
const isData = (code: number): boolean => code === 0x00 || code === 0xff || (code >= 0xd0 && code <= 0xd7)

/**
 * Walks from marker to marker up to the first end of image. Phones write more behind it (a film, a second picture);
 * a thumbnail's own end lies within a segment and is stepped over.
 */
export async function readJpeg(bytes: Bytes): Promise<Structure | null> {
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
    const piece = await bytes.at(position, 2)
    if (piece.length < 2) return null
    for (let at = 0; at + 1 < piece.length; at++) {
      const code = piece[at] === 0xff ? piece[at + 1] : undefined
      if (code !== undefined && !isData(code)) return { marker: code, behind: position + at + 2 }
    }
    position += piece.length - 1
  }
  return null
}
