import { readImage } from '@/components/composer/frames/read-image'
import { isCanvasTrue } from '@/lib/client/browser/canvas-truth'
import { BACKDROP } from '@/lib/shared/images/backdrop'
import { type Size, within } from '@/lib/shared/images/kept-size'
import { profileOf } from './heif-profile'
import { withProfile } from './jpeg-profile'

/** Thrown where the browser alters what is read from a canvas, to prevent fingerprinting. */
export class AlteredPixels extends Error {}

/** Longest side: videos are far smaller, and phones limit a canvas to 16 megapixels. */
const MAX_SIDE = 4_096 // px
/** The same as on the server (lib/server/images/encode.ts), so that no step loses visibly more than the others. */
const QUALITY = 0.95

/** A decoded photo. `profile`: what its colours mean; null for sRGB. */
type Decoded = { image: CanvasImageSource; size: Size; profile: Uint8Array | null; close: () => void }

/**
 * Converts a HEIC photo to JPEG: with the browser’s own decoder (Safari), else with libheif, which is loaded on
 * demand and runs in a worker. Its colours stay as they are, and keep their profile.
 * @throws AlteredPixels
 * @throws unknown an Error, or libheif’s own value, when neither can read it
 */
export async function toJpeg(file: File): Promise<File> {
  const address = URL.createObjectURL(file)
  try {
    const decoded = await readNatively(address).catch(() => readWithLibrary(file))
    if (!(await isCanvasTrue())) throw new AlteredPixels('The canvas was altered.')
    const jpeg = await draw(decoded, within(decoded.size, MAX_SIDE))
    decoded.close()
    return new File([jpeg], file.name, { type: 'image/jpeg' })
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** Browsers convert colours to those of the canvas, sRGB. */
async function readNatively(address: string): Promise<Decoded> {
  const image = await readImage(address)
  const size = { width: image.naturalWidth, height: image.naturalHeight }
  return { image, size, profile: null, close: () => undefined }
}

async function readWithLibrary(file: File): Promise<Decoded> {
  const { heicTo } = await import('heic-to/csp')
  const image = await heicTo({ blob: file, type: 'bitmap' })
  const size = { width: image.width, height: image.height }
  const profile = profileOf(new Uint8Array(await file.arrayBuffer()))
  return { image, size, profile, close: () => image.close() }
}

/** @throws Error when the browser lacks the memory */
async function draw({ image, profile }: Decoded, { width, height }: Size): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error(`The browser has no canvas of ${width} × ${height} px.`)
  context.fillStyle = BACKDROP
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, width, height)
  const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  canvas.width = 0 // Safari keeps a canvas' memory until garbage collection
  if (!jpeg) throw new Error(`The browser could not write ${width} × ${height} px.`)
  return profile ? new Blob([withProfile(new Uint8Array(await jpeg.arrayBuffer()), profile)]) : jpeg
}
