import type { FileHandle } from 'node:fs/promises'
import { type Box, listBoxes } from './boxes'
import { readDuration, readKind, readSize, type Size } from './film-headers'
import { unreadable } from './result-error'

/** Sizes in px, `duration` in seconds, fractional. */
export type Film = { kind: 'video'; type: 'video/mp4'; width: number; height: number; duration: number }

/** More than any film has; each costs a few reads. */
const MOST_TRACKS = 100

/**
 * Reads an mp4 by its boxes, a few headers of it, never its pictures. It is whole when they fill the file to the
 * byte, it begins once, and it has one directory, pictures and a track of video.
 * @throws ResultError unreadable
 */
export async function readFilm(file: FileHandle): Promise<Film> {
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

/** The size of the first track of video. */
async function sizeOf(file: FileHandle, moov: Box[]): Promise<Size> {
  const tracks = moov.filter(({ type }) => type === 'trak')
  if (tracks.length > MOST_TRACKS) throw unreadable('The video has too many tracks.')
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
