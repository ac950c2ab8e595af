import type { ProblemAnswer } from '@/lib/client/api'
import { boundsReason } from '@/lib/shared/image-bounds'
import { IMAGE } from '@/lib/shared/models'
import type { ImageReason } from '@/lib/shared/reason'
import { readImage } from './canvas-image'
import { toJpeg } from './convert'
import type { Size } from './crop'
import { HEAD, isHeif, isPhoto } from './heif'

/** A photo that can be shown and sent; `refusal`: it can be shown, but the model would not take it. */
export type Prepared = { file: File; preview: string; size: Size | null; refusal: ProblemAnswer | null }

const refusalOf = (reason: ImageReason): ProblemAnswer => ({
  code: reason.type === 'image_type' ? 'unsupported_media' : 'invalid_input',
  detail: '',
  reasons: [reason],
})

const nothingToShow = (file: File, found: string | null): Prepared => ({
  file,
  preview: '',
  size: null,
  refusal: refusalOf({ type: 'image_type', image: null, found }),
})

/**
 * Makes what a person brought into a photo that can be sent, and says at once what the server would say after the
 * upload. `shown`: the address under which the page shows it already, if it does. What only the server can tell (a damaged file, one with another inside) is left to it.
 */
export async function prepare(file: File, shown: string, onConverting: () => void): Promise<Prepared> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer())
  const heif = isHeif(head)
  if (!isPhoto(head) && !file.type.startsWith('image/')) {
    return nothingToShow(file, /\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1]?.toUpperCase() ?? null)
  }
  if (heif) onConverting()
  // Whatever keeps it from being converted, the person can do the same about it: convert it elsewhere.
  const photo = heif ? await toJpeg(file).catch(() => null) : file
  if (!photo) return nothingToShow(file, 'HEIC')

  const preview = shown || URL.createObjectURL(photo)
  const size = await sizeOf(preview)
  return { file: photo, preview, size, refusal: size && refuseSize(size) }
}

/** Why the model would not take a photo of this size, null when it would. */
export function refuseSize(size: Size): ProblemAnswer | null {
  const reason = boundsReason(size, null, IMAGE)
  return reason && refusalOf(reason)
}

/** The upright size in px; null when this browser cannot read it: perhaps the server can, and tells the size or why not. */
const sizeOf = (address: string): Promise<Size | null> =>
  readImage(address).then(
    ({ naturalWidth, naturalHeight }) => ({ width: naturalWidth, height: naturalHeight }),
    () => null,
  )
