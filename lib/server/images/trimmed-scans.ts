import { createWriteStream } from 'node:fs'
import { open as openFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { Bytes } from './bytes'
import { open } from './decoder'
import { END_OF_IMAGE, jpegSegments, START_OF_SCAN } from './jpeg-segments'

/** A scan: where its compressed data begins and ends, without what was found to be stray. */
type Scan = { from: number; to: number; next: number }

/** How many scans may have stray bytes behind them: finding one takes several passes over the image. */
const MOST_TRIMMED = 3

/**
 * Writes a copy of a well-formed JPEG of several scans without stray bytes behind their data, which only a decoder can tell from it. It
 * warns of the first ones it meets, by their number but not their place: so scans are left out from the end until it no longer does.
 * @returns false where something else is wrong; `into` is then of no use
 */
export async function trimScans(file: string, into: string): Promise<boolean> {
  const handle = await openFile(file)
  try {
    const bytes = new Bytes(handle, (await handle.stat()).size)
    const scans = await scansOf(bytes)
    const strayUpTo = async (last: number) => {
      await pipeline(firstScans(bytes, scans, last), createWriteStream(into))
      return strayBytes(into)
    }
    for (let round = 0; round <= MOST_TRIMMED; round++) {
      if ((await strayUpTo(scans.length - 1)) === 0) return true
      const first = await firstWhere(scans.length, async (last) => (await strayUpTo(last)) !== 0)
      const [scan, stray] = [scans[first], await strayUpTo(first)]
      if (!scan || stray === null) return false
      scan.to -= stray
    }
    return false
  } finally {
    await handle.close()
  }
}

async function scansOf(bytes: Bytes): Promise<Scan[]> {
  const scans: Scan[] = []
  let open: number | null = null
  for await (const { marker, at, end } of jpegSegments(bytes)) {
    if (open !== null) scans.push({ from: open, to: at, next: at })
    open = marker === START_OF_SCAN ? end : null
  }
  return scans
}

/** The image up to a scan, closed. */
async function* firstScans(bytes: Bytes, scans: readonly Scan[], last: number): AsyncGenerator<Buffer> {
  let position = 0
  for (const { to, next } of scans.slice(0, last + 1)) {
    for await (const part of bytes.between(position, to)) yield Buffer.from(part)
    position = next
  }
  yield Buffer.from([0xff, END_OF_IMAGE])
}

/** How many bytes the decoder finds stray; 0 when nothing is wrong, null when something else is. */
async function strayBytes(file: string): Promise<number | null> {
  try {
    await open(file).resize(16, 16, { fit: 'fill' }).raw().toBuffer()
    return 0
  } catch (error) {
    const stray = error instanceof Error && /(\d+) extraneous bytes before marker/.exec(error.message)?.[1]
    return stray ? Number(stray) : null
  }
}

/** The first index, of those below `count`, for which and after which `holds` is true. */
async function firstWhere(count: number, holds: (index: number) => Promise<boolean>): Promise<number> {
  let [low, high] = [0, count - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (await holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
