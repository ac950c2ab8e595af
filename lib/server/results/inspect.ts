import { open } from 'node:fs/promises'
import { devNull } from 'node:os'
import sharp from '@/lib/server/sharp'
import { readVideo, type Video } from './inspect-video'
import { PIXEL_LIMIT } from './limits'
import { ResultError, unreadable } from './result-error'

/** Sizes in px, as the pixels lie in the file. */
type ImageInfo = {
  kind: 'image'
  type: 'image/png' | 'image/jpeg' | 'image/webp'
  width: number
  height: number
}

export type Content = Video | ImageInfo

/** Bytes that every file of a kind begins with, as latin1. Longest head looked at: HEAD. */
const isVideo = (head: string): boolean => head.startsWith('ftyp', 4)
const IMAGE_TYPES: readonly (readonly [ImageInfo['type'], matches: (head: string) => boolean])[] = [
  ['image/png', (head) => head.startsWith('\x89PNG\r\n\x1a\n')],
  ['image/jpeg', (head) => head.startsWith('\xff\xd8\xff')],
  ['image/webp', (head) => head.startsWith('RIFF') && head.startsWith('WEBP', 8)],
]
const HEAD = 12

/**
 * Tells a file by what it is; what its address or its sender calls it is not asked.
 * @throws ResultError unreadable | too_large: not a whole video or image
 */
export async function inspect(path: string): Promise<Content> {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    const head = buffer.toString('latin1', 0, bytesRead)
    if (isVideo(head)) return await readVideo(file)
    const image = IMAGE_TYPES.find(([, matches]) => matches(head))
    if (image) return await inspectImage(path, image[0])
    throw unreadable('The result is neither a video nor an image.')
  } finally {
    await file.close()
  }
}

/**
 * Decodes every pixel once. They are written on, uncompressed, to nowhere: unlike a buffer that needs only some
 * lines at a time.
 * @throws ResultError unreadable: damaged or cut short | too_large: more than PIXEL_LIMIT
 */
async function inspectImage(path: string, type: ImageInfo['type']): Promise<ImageInfo> {
  const { format, width, height } = await sharp(path, { limitInputPixels: false }).metadata().catch(damaged)
  if (`image/${format}` !== type) throw unreadable(`The image begins as ${type}, but is ${format}.`)
  if (width * height > PIXEL_LIMIT) {
    throw new ResultError(
      'too_large',
      `The image has ${width} × ${height} pixels; the limit is ${PIXEL_LIMIT}.`,
    )
  }
  const image = sharp(path, { failOn: 'warning', limitInputPixels: PIXEL_LIMIT, sequentialRead: true })
  await image.png({ compressionLevel: 0 }).toFile(devNull).catch(damaged)
  return { kind: 'image', type, width, height }
}

function damaged(cause: unknown): never {
  throw unreadable('The image is damaged.', cause)
}
