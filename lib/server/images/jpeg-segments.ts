import type { Bytes } from './bytes'

/** A marker and its parameters: `at` is the marker's offset, `body` that behind the length, `end` that behind the segment. */
export type Segment = { marker: number; at: number; body: number; end: number }

export const START_OF_IMAGE = 0xd8
export const END_OF_IMAGE = 0xd9
export const START_OF_SCAN = 0xda

/** Markers without a length: TEM, RST0 to RST7, SOI, EOI. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9)

/** In compressed data, FF is followed by 00 or a restart marker; FF FF is padding. None begins a segment. */
const isData = (code: number): boolean => code === 0x00 || code === 0xff || (code >= 0xd0 && code <= 0xd7)

/**
 * The segments of a JPEG up to the first end of image, or up to the end of the file. What lies between two of them is passed over:
 * compressed data behind a scan's header, padding, and stray bytes, as decoders do. Phones append more behind the end (a video, a
 * second image); a thumbnail's own end lies inside a segment.
 */
export async function* jpegSegments(bytes: Bytes): AsyncGenerator<Segment> {
  let position = 2
  for (;;) {
    const found = await nextMarker(bytes, position)
    if (found === null) return
    const segment = await segmentOf(bytes, found)
    if (segment === null) return
    yield segment
    if (segment.marker === END_OF_IMAGE) return
    position = segment.end
  }
}

async function segmentOf(
  bytes: Bytes,
  { marker, at }: { marker: number; at: number },
): Promise<Segment | null> {
  const behind = at + 2
  if (standsAlone(marker)) return { marker, at, body: behind, end: behind }
  const length = await bytes.at(behind, 2)
  if (length.length < 2) return null
  return { marker, at, body: behind + 2, end: behind + Math.max(2, length.readUInt16BE(0)) }
}

async function nextMarker(bytes: Bytes, from: number): Promise<{ marker: number; at: number } | null> {
  let position = from
  while (position + 1 < bytes.size) {
    const chunk = await bytes.at(position, 2)
    if (chunk.length < 2) return null
    for (let at = 0; at + 1 < chunk.length; at++) {
      const code = chunk[at] === 0xff ? chunk[at + 1] : undefined
      if (code !== undefined && !isData(code)) return { marker: code, at: position + at }
    }
    position += chunk.length - 1
  }
  return null
}
