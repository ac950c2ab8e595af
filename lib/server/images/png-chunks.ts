import { crc32 } from 'node:zlib'
import type { Bytes } from './bytes'

/** A chunk: `data` is the offset of its data, `end` that behind its checksum, or the file's end where that comes first. */
export type Chunk = { type: string; data: number; length: number; end: number }

export const PNG_SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

const HEAD = 8 // length and type
const CHECKSUM = 4

/** Bytes in which the next chunk is looked for where stray ones follow a chunk; how often in a file, and how many are tried. */
const REACH = 65_536
const SEARCHES = 4
const CANDIDATES = 4

/** Chunks that may be found behind stray bytes, if their checksum is right. */
const FINDABLE = ['PLTE', 'tRNS', 'iCCP', 'eXIf', 'IDAT', 'IEND']

/**
 * The chunks of a PNG up to IEND, or up to the end of the file: the last one may be cut short. Passes over stray bytes between two.
 */
export async function* pngChunks(bytes: Bytes): AsyncGenerator<Chunk> {
  let position: number | null = PNG_SIGNATURE.length
  let searches = 0
  while (position !== null && position < bytes.size) {
    const chunk: Chunk | null = await chunkAt(bytes, position)
    if (chunk === null) {
      if (++searches > SEARCHES) return
      position = await nextChunk(bytes, position + 1)
      continue
    }
    yield chunk
    if (chunk.type === 'IEND') return
    position = chunk.end
  }
}

/** null: no chunk begins here. Only IDAT may reach over the end of the file: its pixels may all be there. */
async function chunkAt(bytes: Bytes, position: number): Promise<Chunk | null> {
  const head = await bytes.at(position, HEAD)
  if (head.length < HEAD) return null
  const length = head.readUInt32BE(0)
  const type = head.toString('latin1', 4, HEAD)
  if (!/^[A-Za-z]{4}$/.test(type)) return null
  const data = position + HEAD
  const end = data + length + CHECKSUM
  if (end <= bytes.size) return { type, data, length, end }
  if (type !== 'IDAT' && type !== 'IEND') return null
  return { type, data, length: Math.min(length, bytes.size - data), end: bytes.size }
}

async function nextChunk(bytes: Bytes, from: number): Promise<number | null> {
  const around = Buffer.from((await bytes.at(from, REACH)).subarray(0, REACH))
  let candidates = 0
  for (let at = 0; at + HEAD <= around.length && candidates < CANDIDATES; at++) {
    if (!FINDABLE.includes(around.toString('latin1', at + 4, at + HEAD))) continue
    candidates++
    const chunk = await chunkAt(bytes, from + at)
    if (chunk && (await isSound(bytes, chunk))) return from + at
  }
  return null
}

/** Whether the file ends within a chunk. */
export const isCut = ({ data, length, end }: Chunk): boolean => end < data + length + CHECKSUM

/** Whether a chunk has the checksum that it states. */
export async function isSound(bytes: Bytes, chunk: Chunk): Promise<boolean> {
  if (isCut(chunk)) return false
  const { data, length } = chunk
  const type = await bytes.at(data - 4, 4)
  let sum = crc32(type.subarray(0, 4))
  for await (const part of bytes.between(data, data + length)) sum = crc32(part, sum)
  const stated = await bytes.at(data + length, CHECKSUM)
  return stated.readUInt32BE(0) === sum
}
