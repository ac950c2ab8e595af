import type { FileHandle } from 'node:fs/promises'
import { type Box, listBoxes, readAt } from './mp4-boxes'
import { unreadable } from './result-error'

/** Width and height in px; `duration` in seconds, fractional. */
export type Video = { kind: 'video'; type: 'video/mp4'; width: number; height: number; duration: number }

type Size = { width: number; height: number } // px

/** More than any video has. Each costs a few reads. */
const MAX_TRACKS = 100

/**
 * Parses the headers of an mp4's boxes, never its frames. The file is complete when its boxes fill it to the byte and it has one ftyp,
 * at the start, one moov, an mdat with content, and a video track.
 * @throws ResultError unreadable
 */
export async function readVideo(file: FileHandle): Promise<Video> {
  const { size } = await file.stat()
  const boxes = await listBoxes(file, 0, size)
  if (only(boxes, 'ftyp') !== boxes[0]) throw unreadable('The video doesn’t begin with its type.')
  if (!boxes.some(({ type, start, end }) => type === 'mdat' && end > start)) {
    throw unreadable('The video has no frames.')
  }
  const moov = await inside(file, only(boxes, 'moov'))
  const mvex = moov.find(({ type }) => type === 'mvex')
  const fragments = mvex ? await inside(file, mvex) : []
  const duration = await readDuration(
    file,
    only(moov, 'mvhd'),
    fragments.find(({ type }) => type === 'mehd'),
  )
  return { kind: 'video', type: 'video/mp4', ...(await sizeOf(file, moov)), duration }
}

/** The size of the first video track. */
async function sizeOf(file: FileHandle, moov: Box[]): Promise<Size> {
  const tracks = moov.filter(({ type }) => type === 'trak')
  if (tracks.length > MAX_TRACKS) throw unreadable('The video has too many tracks.')
  for (const track of tracks) {
    const parts = await inside(file, track)
    const media = await inside(file, only(parts, 'mdia'))
    if ((await readKind(file, only(media, 'hdlr'))) === 'vide') return readSize(file, only(parts, 'tkhd'))
  }
  throw unreadable('The video has no video track.')
}

const inside = (file: FileHandle, { start, end }: Box) => listBoxes(file, start, end)

function only(boxes: Box[], type: string): Box {
  const [box, ...more] = boxes.filter((each) => each.type === type)
  if (!box || more.length > 0)
    throw unreadable(`The video has ${box ? 'several parts' : 'no part'} "${type}".`)
  return box
}

/** px; longer than any browser plays. */
const MAX_SIDE = 16_384

/** Seconds; a model makes 15 at most. */
const MAX_DURATION = 86_400

/** The fields of a full box of version 0 (32-bit times) or 1 (64-bit times). `lengths`: minimum bytes per version. */
async function fieldsOf(file: FileHandle, { start, end }: Box, lengths: [number, number]) {
  const [version] = await readAt(file, start, 1)
  const length = version === undefined ? undefined : lengths[version]
  if (version === undefined || length === undefined)
    throw unreadable('The video has a header of an unknown version.')
  if (end - start < length) throw unreadable('The video has a header that is too short.')
  return { wide: version === 1, fields: await readAt(file, start, length) }
}

/** hdlr (ISO/IEC 14496-12, 8.4.3): `vide`, `soun` and so on. */
async function readKind(file: FileHandle, hdlr: Box): Promise<string> {
  const { fields } = await fieldsOf(file, hdlr, [12, 12])
  return fields.toString('latin1', 8, 12)
}

/** tkhd (8.3.2): width and height are 16.16 fixed-point numbers. */
async function readSize(file: FileHandle, tkhd: Box): Promise<Size> {
  const { wide, fields } = await fieldsOf(file, tkhd, [84, 96])
  const at = wide ? 88 : 76
  const size = { width: fields.readUInt16BE(at), height: fields.readUInt16BE(at + 4) }
  if (Object.values(size).some((side) => side < 1 || side > MAX_SIDE)) {
    throw unreadable(`The video has an implausible size: ${size.width} × ${size.height}.`)
  }
  return size
}

/** Seconds. mvhd (8.2.2) has its own timescale; a fragmented video may have its duration in mehd (8.8.2) instead. */
async function readDuration(file: FileHandle, mvhd: Box, mehd: Box | undefined): Promise<number> {
  const { wide, fields } = await fieldsOf(file, mvhd, [20, 32])
  const timescale = fields.readUInt32BE(wide ? 20 : 12)
  const ticks = readTicks(fields, wide ? 24 : 16, wide) ?? (mehd && (await readFragmentTicks(file, mehd)))
  const duration = (ticks ?? 0) / timescale
  if (!(duration > 0 && duration <= MAX_DURATION)) throw unreadable('The video doesn’t say how long it is.')
  return duration
}

async function readFragmentTicks(file: FileHandle, mehd: Box): Promise<number | null> {
  const { wide, fields } = await fieldsOf(file, mehd, [8, 12])
  return readTicks(fields, 4, wide)
}

/** null: unknown, encoded as zero or all ones. */
function readTicks(fields: Buffer, at: number, wide: boolean): number | null {
  const ticks = wide ? fields.readBigUInt64BE(at) : BigInt(fields.readUInt32BE(at))
  const unknown = wide ? 0xffff_ffff_ffff_ffffn : 0xffff_ffffn
  return ticks === 0n || ticks === unknown ? null : Number(ticks)
}
