import type { FileHandle } from 'node:fs/promises'
import { type Box, readAt } from './boxes'
import { unreadable } from './result-error'

export type Size = { width: number; height: number } // px

/** px of a side, more than any browser plays. */
const LONGEST_SIDE = 16_384

/** Seconds; the model makes 15 at most. */
const LONGEST_FILM = 86_400

/** A header's fields, by their offset in version 0, with 32-bit times, or 1, with 64-bit times. */
async function fieldsOf(file: FileHandle, { start, end }: Box, lengths: [number, number]) {
  const [version] = await readAt(file, start, 1)
  const length = version === undefined ? undefined : lengths[version]
  if (version === undefined || length === undefined)
    throw unreadable('The video has a header of an unknown version.')
  if (end - start < length) throw unreadable('The video has a header that is too short.')
  return { wide: version === 1, fields: await readAt(file, start, length) }
}

/** hdlr (ISO/IEC 14496-12, 8.4.3): `vide`, `soun` and so on. */
export async function readKind(file: FileHandle, hdlr: Box): Promise<string> {
  const { fields } = await fieldsOf(file, hdlr, [12, 12])
  return fields.toString('latin1', 8, 12)
}

/** tkhd (8.3.2): width and height are 16.16 fixed-point numbers. */
export async function readSize(file: FileHandle, tkhd: Box): Promise<Size> {
  const { wide, fields } = await fieldsOf(file, tkhd, [84, 96])
  const at = wide ? 88 : 76
  const size = { width: fields.readUInt16BE(at), height: fields.readUInt16BE(at + 4) }
  if (Object.values(size).some((side) => side < 1 || side > LONGEST_SIDE)) {
    throw unreadable(`The video has an implausible size: ${size.width} × ${size.height}.`)
  }
  return size
}

/** Seconds. mvhd (8.2.2) counts in its own timescale; a film in fragments may leave the count to mehd (8.8.2). */
export async function readDuration(file: FileHandle, mvhd: Box, mehd: Box | undefined): Promise<number> {
  const { wide, fields } = await fieldsOf(file, mvhd, [20, 32])
  const timescale = fields.readUInt32BE(wide ? 20 : 12)
  const ticks = readTicks(fields, wide ? 24 : 16, wide) ?? (mehd && (await readFragmentTicks(file, mehd)))
  const duration = (ticks ?? 0) / timescale
  if (!(duration > 0 && duration <= LONGEST_FILM)) throw unreadable('The video doesn’t say how long it is.')
  return duration
}

async function readFragmentTicks(file: FileHandle, mehd: Box): Promise<number | null> {
  const { wide, fields } = await fieldsOf(file, mehd, [8, 12])
  return readTicks(fields, 4, wide)
}

/** null: unknown, written as zero or as all ones. */
function readTicks(fields: Buffer, at: number, wide: boolean): number | null {
  const ticks = wide ? fields.readBigUInt64BE(at) : BigInt(fields.readUInt32BE(at))
  const unknown = wide ? 0xffff_ffff_ffff_ffffn : 0xffff_ffffn
  return ticks === 0n || ticks === unknown ? null : Number(ticks)
}
