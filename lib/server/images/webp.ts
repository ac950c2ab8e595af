import type { Bytes } from './bytes'
import { PARTS_LIMIT, type Structure } from './framing'

const RIFF = 12 // 'RIFF', size, 'WEBP'

/** Walks the RIFF's chunks, all of which must lie within the size that the RIFF declares, and that within the file. */
export async function readWebp(bytes: Bytes): Promise<Structure | null> {
  const riff = await bytes.at(0, RIFF)
  if (riff.length < RIFF) return null
  const end = 8 + riff.readUInt32LE(4)
  if (end > bytes.size) return null

  const types = new Set<string>()
  let position = RIFF
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
