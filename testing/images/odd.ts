import { deflateSync, inflateSync } from 'node:zlib'
import { chunk, join } from './samples'

/** Inserts bytes. */
export const insert = (file: Buffer, at: number, bytes: Buffer | string): Buffer =>
  join(file.subarray(0, at), Buffer.from(bytes), file.subarray(at))

/** A copy with other bytes from `at` on. */
export function patch(file: Buffer, at: number, ...values: number[]): Buffer {
  const patched = Buffer.from(file)
  patched.set(values, at)
  return patched
}

/** Where a JPEG's marker is. */
export const markerAt = (jpeg: Buffer, marker: number, from = 0): number =>
  jpeg.indexOf(Buffer.from([0xff, marker]), from)

/** Where Ss, Se, Ah and Al of a JPEG's first scan are. */
export function scanValues(jpeg: Buffer): number {
  const scan = markerAt(jpeg, 0xda)
  return scan + 2 + jpeg.readUInt16BE(scan + 2) - 3
}

/** A PNG taken apart. `idat`: the packed pixels of all chunks. */
export function takeApart(png: Buffer) {
  const idat: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') {
      idat.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
    }
  }
  const packed = Buffer.concat(idat)
  return { header: png.subarray(8, 33), packed, rows: inflateSync(packed) }
}

/** A PNG of these chunks. */
export const pngOf = (...chunks: Buffer[]): Buffer => join(SIGNATURE, ...chunks)

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** The packed pixels as a chunk. */
export const idatOf = (rows: Buffer): Buffer => chunk('IDAT', deflateSync(rows))

/** A chunk with a wrong checksum. */
export const unsound = (whole: Buffer): Buffer => patch(whole, whole.length - 1, (whole.at(-1) ?? 0) ^ 0xff)
