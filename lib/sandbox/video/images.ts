import { join } from 'node:path'
import sharp from 'sharp'
import { ffmpeg } from './ffmpeg'
import { type Order, sizeOf } from './order'

/** Writes the source images as PNGs of the video's size, rotated upright and centre-cropped as by the model. */
export function images(order: Order, folder: string, signal: AbortSignal): Promise<string[]> {
  const { width, height } = sizeOf(order)
  return Promise.all(
    order.images.map(async ({ path }, n) => {
      const target = join(folder, `image-${n}.png`)
      const readable = await readableBySharp(path, join(folder, `source-${n}.png`), signal)
      await sharp(readable, { failOn: 'error' })
        .autoOrient()
        .flatten({ background: '#101014' })
        .resize(width, height, { fit: 'cover', kernel: 'lanczos3' })
        .toColourspace('srgb')
        .png({ compressionLevel: 1 })
        .toFile(target)
      return target
    }),
  )
}

/** Converts BMP with ffmpeg, since sharp can't read it. */
async function readableBySharp(path: string, target: string, signal: AbortSignal): Promise<string> {
  const known = await sharp(path)
    .metadata()
    .then(
      () => true,
      () => false,
    )
  if (known) return path
  await ffmpeg(['-f', 'bmp_pipe', '-i', path, '-frames:v', '1', target], signal)
  return target
}
