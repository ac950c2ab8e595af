import { devNull } from 'node:os'
import sharp from '@/lib/server/sharp'
import { PIXEL_LIMIT } from './limits'
import { ResultError, unreadable } from './result-error'

/** Sizes in px, as the pixels lie in the file. */
export type Picture = {
  kind: 'image'
  type: 'image/png' | 'image/jpeg' | 'image/webp'
  width: number
  height: number
}

/**
 * Decodes every pixel once. They are written on, uncompressed, to nowhere: unlike a buffer that needs only some
 * lines at a time.
 * @throws ResultError unreadable: damaged or cut short | too_large: more than PIXEL_LIMIT
 */
export async function readPicture(path: string, type: Picture['type']): Promise<Picture> {
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
