import type { Bytes } from './bytes'
import { PARTS_LIMIT, type Structure } from './framing'

const SIGNATURE = 8
const FRAME = 12 // length, type and checksum around a chunk's data

/** Walks the chunks up to IEND. An APNG is a PNG with an acTL chunk. */
export async function readPng(bytes: Bytes): Promise<Structure | null> {
  let position = SIGNATURE
  let animated = false
  for (let parts = 0; parts < PARTS_LIMIT; parts++) {
    const header = await bytes.at(position, 8)
    if (header.length < 8) return null
    const end = position + FRAME + header.readUInt32BE(0)
    const type = header.toString('latin1', 4, 8)
    if (end > bytes.size || (parts === 0 && type !== 'IHDR')) return null
    if (type === 'IEND') return { end, animated, lossless: true }
    animated ||= type === 'acTL'
    position = end
  }
  return null
}
