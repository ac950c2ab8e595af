import type { Rect } from '@/components/composer/reframe/geometry'
import type { Size } from './crop'

/** As the server writes it (lib/server/images/encode.ts): no step of the way may be the one that shows. */
const QUALITY = 0.95

/**
 * Reads a picture, upright: browsers turn it by its EXIF. Its pixels are decoded when they are needed.
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
 * Writes a part of a picture in another size. PNG stays PNG; all else becomes JPEG, on white where it was transparent.
 * @throws Error when the browser has no memory for it
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
  const pen = canvas.getContext('2d', { alpha: png })
  if (!pen) throw new Error(`The browser has no canvas of ${width} × ${height} px.`)
  if (!png) {
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, width, height)
  }
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(image, part.x, part.y, part.width, part.height, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, png ? 'image/png' : 'image/jpeg', QUALITY),
  )
  canvas.width = 0 // Safari keeps a canvas' memory until it is collected
  if (!blob) throw new Error(`The browser could not write ${width} × ${height} px.`)
  return blob
}
