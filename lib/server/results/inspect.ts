import { open } from 'node:fs/promises'
import { type Film, readFilm } from './film'
import { type Picture, readPicture } from './picture'
import { unreadable } from './result-error'

export type Content = Film | Picture

/** Bytes that every file of a kind begins with, as latin1. Longest head looked at: HEAD. */
const isFilm = (head: string): boolean => head.startsWith('ftyp', 4)
const PICTURES: readonly (readonly [Picture['type'], is: (head: string) => boolean])[] = [
  ['image/png', (head) => head.startsWith('\x89PNG\r\n\x1a\n')],
  ['image/jpeg', (head) => head.startsWith('\xff\xd8\xff')],
  ['image/webp', (head) => head.startsWith('RIFF') && head.startsWith('WEBP', 8)],
]
const HEAD = 12

/**
 * Tells a file by what it is; what its address or its sender calls it is not asked.
 * @throws ResultError unreadable | too_large: not a whole film or image
 */
export async function inspect(path: string): Promise<Content> {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    const head = buffer.toString('latin1', 0, bytesRead)
    if (isFilm(head)) return await readFilm(file)
    const picture = PICTURES.find(([, is]) => is(head))
    if (picture) return await readPicture(path, picture[0])
    throw unreadable('The result is neither a video nor an image.')
  } finally {
    await file.close()
  }
}
