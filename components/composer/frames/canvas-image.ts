import type { Rect } from '@/components/composer/reframe/geometry'
import type { Size } from './crop'

/** The same as on the server (lib/server/images/encode.ts), so that no step loses visibly more than the others. */
const QUALITY = 0.95

/**
 * Loads an image, upright: browsers apply its EXIF orientation. Pixels are decoded on demand.
 * @throws Error when this browser cannot read it
 */
export function readImage(address: string): Promise<HTMLImageElement> {
  const image = new Image()
  return new Promise((resolve, reject) => {
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error(`This browser cannot read ${address}.`))
    image.src = address
  })
}

/**
 * Draws a part of an image at another size. PNG stays PNG; everything else becomes JPEG, with transparency on white.
 * @throws Error when the browser lacks the memory
 */
export async function writeImage(
  image: CanvasImageSource,
  part: Rect,
  { width, height }: Size,
  type: string,
): Promise<Blob> {
  const png = type === 'image/png'
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { alpha: png })
  if (!context) throw new Error(`The browser has no canvas of ${width} × ${height} px.`)
  if (!png) {
    context.fillStyle = '#fff'
    context.fillRect(0, 0, width, height)
  }
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, part.x, part.y, part.width, part.height, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, png ? 'image/png' : 'image/jpeg', QUALITY),
  )
  canvas.width = 0 // Safari keeps a canvas' memory until garbage collection
  if (!blob) throw new Error(`The browser could not write ${width} × ${height} px.`)
  return blob
}
