import { open } from 'node:fs/promises'
import { devNull } from 'node:os'
import sharp from 'sharp'
import { readVideo, type Video } from './inspect-video'
import { PIXEL_LIMIT } from './limits'
import { ResultError, unreadable } from './result-error'

/** Width and height in px as stored, before any EXIF rotation. */
type ImageInfo = {
  kind: 'image'
  type: 'image/png' | 'image/jpeg' | 'image/webp'
  width: number
  height: number
}

export type Content = Video | ImageInfo

/** Signatures, as latin1. HEAD is the longest, in bytes. */
const isVideo = (head: string): boolean => head.startsWith('ftyp', 4)
const IMAGE_TYPES: readonly (readonly [ImageInfo['type'], matches: (head: string) => boolean])[] = [
  ['image/png', (head) => head.startsWith('\x89PNG\r\n\x1a\n')],
  ['image/jpeg', (head) => head.startsWith('\xff\xd8\xff')],
  ['image/webp', (head) => head.startsWith('RIFF') && head.startsWith('WEBP', 8)],
]
const HEAD = 12

/**
 * Recognises a file by its content, ignoring its address and Content-Type.
 * @throws ResultError unreadable: not a complete video or image | too_large
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
 * Decodes every pixel once, re-encoding uncompressed to the null device: unlike a buffer, that needs only a few lines at a time.
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
