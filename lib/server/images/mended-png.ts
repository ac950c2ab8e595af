import { pipeline, Readable } from 'node:stream'
import { constants, crc32, createDeflate, createInflate, createInflateRaw } from 'node:zlib'
import type { Bytes } from './bytes'
import { PIXELS } from './decoder'
import { Lacking } from './lacking'
import { type Chunk, isCut, isSound, PNG_SIGNATURE, pngChunks } from './png-chunks'
import { isTransparency, PALETTE, type PngHeader, pixelBytes, readPngHeader } from './png-header'

/**
 * A PNG anew: the chunks that a decoder needs, with true checksums, and an end. The pixels are unpacked and packed again, as many bytes
 * as the header's size takes.
 * @throws Lacking
 */
export async function* mendedPng(bytes: Bytes): AsyncGenerator<Buffer> {
  const { header, kept, packed } = await readParts(bytes)
  yield PNG_SIGNATURE
  for (const chunk of kept) yield chunk
  const pixels = counted(unpacked(bytes, packed), pixelBytes(header), packed.sound)
  for await (const part of through(pixels, createDeflate({ level: 1, chunkSize: PIECE }))) {
    yield chunkOf('IDAT', part)
  }
  yield chunkOf('IEND', Buffer.alloc(0))
}

const PIECE = 65_536 // bytes

/** `sound`: all have their checksums. */
type Packed = { chunks: Chunk[]; sound: boolean }
type Parts = { header: PngHeader; kept: Buffer[]; packed: Packed }

/** In this order and no others. What else a PNG brings (text, time, gamma) changes nothing here. */
const KEPT = ['IHDR', 'iCCP', 'eXIf', 'PLTE', 'tRNS']
const MOST_KEPT = 4_000_000 // bytes of one; it is held in memory

const isWanted = ({ type, length }: Chunk): boolean => KEPT.includes(type) && length <= MOST_KEPT

async function readParts(bytes: Bytes): Promise<Parts> {
  const found = new Map<string, Buffer>()
  const packed: Packed = { chunks: [], sound: true }
  for await (const chunk of pngChunks(bytes)) {
    const { type } = chunk
    if (type === 'IDAT') {
      packed.chunks.push(chunk)
      packed.sound &&= isCut(chunk) || (await isSound(bytes, chunk))
    } else if (isWanted(chunk) && !found.has(type) && (await isSound(bytes, chunk))) {
      found.set(type, await dataOf(bytes, chunk))
    }
  }
  const header = readPngHeader(found.get('IHDR') ?? Buffer.alloc(0))
  if (header === null) throw new Lacking('there is no header')
  if (header.width * header.height > PIXELS.png) throw new Lacking('the header is beyond all bounds')
  dropUnfit(found, header)
  const kept = KEPT.flatMap((type) => {
    const data = found.get(type)
    return data ? [chunkOf(type, data)] : []
  })
  return { header, kept, packed }
}

/** Browsers ignore a palette where none is needed, and transparency of a wrong length. */
function dropUnfit(found: Map<string, Buffer>, header: PngHeader): void {
  if (header.colour !== PALETTE) found.delete('PLTE')
  if (!isTransparency(found.get('tRNS')?.length ?? 0, header)) found.delete('tRNS')
}

async function dataOf(bytes: Bytes, { data, length }: Chunk): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of bytes.between(data, data + length)) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

function chunkOf(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

async function* packedBytes(bytes: Bytes, chunks: readonly Chunk[]): AsyncGenerator<Buffer> {
  for (const { data, length } of chunks) {
    for await (const part of bytes.between(data, data + length)) yield Buffer.from(part)
  }
}

const ZLIB_HEAD = 2

/**
 * The pixels' bytes. While the chunks have their checksums, those of the stream within are of no account: some programs write wrong
 * ones, or none. Where a chunk's is wrong, the stream's must be right.
 */
function unpacked(bytes: Bytes, { chunks, sound }: Packed): AsyncIterable<Buffer> {
  const packed = packedBytes(bytes, chunks)
  if (!sound) return through(packed, createInflate({ chunkSize: PIECE }))
  const lax = createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH, chunkSize: PIECE })
  return through(without(packed, ZLIB_HEAD), lax)
}

async function* without(parts: AsyncIterable<Buffer>, count: number): AsyncGenerator<Buffer> {
  let left = count
  for await (const part of parts) {
    const rest = part.subarray(left)
    left = Math.max(0, left - part.length)
    if (rest.length > 0) yield rest
  }
}

/** What some programs write behind the last row. */
const MOST_EXCESS = 1_000_000 // bytes

/**
 * The first `wanted` bytes.
 * @param enough whether to stop there; else reads on to the end, which is checked
 * @throws Lacking there are fewer, or far more
 */
async function* counted(
  parts: AsyncIterable<Buffer>,
  wanted: number,
  enough: boolean,
): AsyncGenerator<Buffer> {
  let left = wanted
  for await (const part of parts) {
    if (left > 0) yield part.subarray(0, left)
    left -= part.length
    if (left <= 0 && enough) return
    if (left < -MOST_EXCESS) throw new Lacking('there is far more than the header says')
  }
  if (left > 0) throw new Lacking('rows are missing')
}

/** What a compressor or decompressor makes of `parts`. @throws Lacking it can't */
async function* through(
  parts: AsyncIterable<Buffer>,
  stream: ReturnType<typeof createDeflate> | ReturnType<typeof createInflate>,
): AsyncGenerator<Buffer> {
  pipeline(Readable.from(parts), stream, () => undefined) // an error destroys `stream`, and is thrown below
  try {
    for await (const part of stream) yield part
  } catch (error) {
    if (isOfZlib(error)) throw new Lacking('the pixels can’t be unpacked', { cause: error })
    throw error
  }
}

const isOfZlib = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')
