import type { Bytes } from './bytes'
import { correctScan, type Frame, readFrame, Scans } from './jpeg-scans'
import { END_OF_IMAGE, jpegSegments, type Segment, START_OF_IMAGE, START_OF_SCAN } from './jpeg-segments'
import { Lacking } from './lacking'

const APP0 = 0xe0
const APP2 = 0xe2
const APP14 = 0xee
const APP15 = 0xef
const COMMENT = 0xfe

/** Baseline, extended and progressive. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xc2

/** Without use to a decoder. APP1 has the orientation, APP2 the profile; APP0 and APP14 tell how colours are coded. */
const isNeedless = (marker: number): boolean =>
  marker === START_OF_IMAGE ||
  marker === END_OF_IMAGE ||
  marker === COMMENT ||
  (marker > APP2 && marker <= APP15 && marker !== APP14)

/**
 * A JPEG anew: its segments one right after the other, values put right that decoders only warn about, and an end. Where the file has
 * no end, its scans must add up to a whole image; whether each is whole is for the decoder to say.
 * @throws Lacking
 */
export async function* mendedJpeg(bytes: Bytes): AsyncGenerator<Buffer> {
  yield Buffer.from([0xff, START_OF_IMAGE])
  const frame = await frameOf(bytes)
  const scans = new Scans(frame)
  let scan: Segment | null = null
  let ended = false
  for await (const segment of jpegSegments(bytes)) {
    if (scan) yield* copied(bytes, scan.end, segment.at)
    scan = segment.marker === START_OF_SCAN ? segment : null
    ended = segment.marker === END_OF_IMAGE
    if (isNeedless(segment.marker)) continue
    const whole = await read(bytes, segment)
    if (scan) scans.add(whole)
    yield corrected(whole, frame)
  }
  if (scan) yield* copied(bytes, scan.end, bytes.size)
  if (!ended && !scans.areComplete()) throw new Lacking('scans are missing')
  yield Buffer.from([0xff, END_OF_IMAGE])
}

async function frameOf(bytes: Bytes): Promise<Frame> {
  for await (const segment of jpegSegments(bytes)) {
    if (isFrame(segment.marker)) return readFrame(await read(bytes, segment))
  }
  throw new Lacking('there is no frame header')
}

/** A segment's bytes, from its marker on. */
async function read(bytes: Bytes, { at, end }: Segment): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of copied(bytes, at, end)) parts.push(part)
  const whole = Buffer.concat(parts)
  if (whole.length < end - at) throw new Lacking('a segment is cut short')
  return whole
}

async function* copied(bytes: Bytes, from: number, to: number): AsyncGenerator<Buffer> {
  for await (const part of bytes.between(from, to)) yield Buffer.from(part)
}

/** Puts values right that decoders warn about and then ignore. Changes a segment's bytes, from its marker on, in place. */
function corrected(segment: Buffer, frame: Frame): Buffer {
  const marker = segment[1]
  if (marker === START_OF_SCAN) correctScan(segment, frame)
  if (marker === APP0 && segment.toString('latin1', 4, 9) === 'JFIF\0' && segment.length > 9) segment[9] = 1
  if (marker === APP14 && segment.toString('latin1', 4, 9) === 'Adobe' && segment.length > ADOBE_TRANSFORM) {
    segment[ADOBE_TRANSFORM] = transformOf(segment[ADOBE_TRANSFORM], frame)
  }
  return segment
}

const ADOBE_TRANSFORM = 15

/** 0: as they are; 1: YCbCr; 2: YCCK. Decoders take any other value for the one that suits the number of components. */
function transformOf(stated: number | undefined, { components }: Frame): number {
  if (stated === 0) return 0
  return components.length === 4 ? 2 : 1
}
