import { sentSize } from '@/components/composer/reframe/geometry'
import { readImage, writeImage } from './canvas-image'

/**
 * Converts a HEIC photo to JPEG: with the browser’s own decoder (Safari), else with libheif, which is loaded on
 * demand and runs in a worker.
 * @throws unknown an Error, or libheif’s own value, when neither can read it
 */
export async function toJpeg(file: File): Promise<File> {
  const address = URL.createObjectURL(file)
  try {
    const image = await readImage(address).catch(() => readWithLibrary(file))
    const [width, height] =
      'naturalWidth' in image ? [image.naturalWidth, image.naturalHeight] : [image.width, image.height]
    const whole = { x: 0, y: 0, width, height }
    const jpeg = await writeImage(image, whole, sentSize(whole), 'image/jpeg')
    if ('close' in image) image.close()
    return new File([jpeg], file.name, { type: jpeg.type })
  } finally {
    URL.revokeObjectURL(address)
  }
}

async function readWithLibrary(file: File): Promise<ImageBitmap> {
  const { heicTo } = await import('heic-to/csp')
  return heicTo({ blob: file, type: 'bitmap' })
}
