import type { FileHandle } from 'node:fs/promises'
import { unreadable } from './result-error'

/** An mp4 box (ISO/IEC 14496-12, 4.2). `start` and `end` bound its content, as byte offsets in the file. */
export type Box = { type: string; start: number; end: number }

/** Most boxes per list. A one-hour video in two-second fragments has 3,600. */
const MAX_BOXES = 10_000

/**
 * Lists the boxes between two offsets, which they must fill to the byte. Reads their headers only.
 * A box of open size, "to the end of the file", is refused, since such a video can't be known to be complete.
 * @throws ResultError unreadable
 */
export async function listBoxes(file: FileHandle, start: number, end: number): Promise<Box[]> {
  const boxes: Box[] = []
  for (let at = start; at < end; ) {
    if (boxes.length === MAX_BOXES) throw unreadable('The video has too many parts.')
    const box = await readBox(file, at, end)
    boxes.push(box)
    at = box.end
  }
  return boxes
}

async function readBox(file: FileHandle, at: number, end: number): Promise<Box> {
  const header = await readAt(file, at, Math.min(16, end - at))
  if (header.length < 8) throw unreadable('The video ends within a part.')
  const short = header.readUInt32BE(0)
  const type = header.toString('latin1', 4, 8)
  const long = short === 1 && header.length === 16
  const size = long ? Number(header.readBigUInt64BE(8)) : short
  const head = long ? 16 : 8
  if (size < head || size > end - at)
    throw unreadable(`The video’s part ${JSON.stringify(type)} is cut short.`)
  return { type, start: at + head, end: at + size }
}

/**
 * Reads exactly `length` bytes.
 * @throws ResultError unreadable: the file is shorter
 */
export async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, at)
  if (bytesRead < length) throw unreadable('The video ends early.')
  return buffer
}
