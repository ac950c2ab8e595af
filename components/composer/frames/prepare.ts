import { AlteredPixels, toJpeg } from '@/components/composer/heic/convert'
import { HEAD, isHeif, isPhoto } from '@/components/composer/heic/heif'
import type { ProblemAnswer } from '@/lib/client/api'
import { boundsReason } from '@/lib/shared/images/bounds'
import type { Size } from '@/lib/shared/images/kept-size'
import { IMAGE } from '@/lib/shared/models'
import type { ImageReason } from '@/lib/shared/reason'
import { readImage } from './read-image'
import { UnreadableFile } from './unreadable-file'

/** A photo to show and upload. With `refusal` it can be shown, but the model would refuse it. */
export type Prepared = { file: File; preview: string; size: Size | null; refusal: ProblemAnswer | null }

const refusalOf = (reason: ImageReason): ProblemAnswer => ({
  code: reason.type === 'image_type' ? 'unsupported_media' : 'invalid_input',
  detail: '',
  reasons: [reason],
})

/** What iCloud Drive leaves in place of a file that it has not downloaded. */
const PLACEHOLDER = /\.icloud$/i

/** The first bytes; also finds out whether there are any. */
async function headOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  if (PLACEHOLDER.test(file.name)) throw new UnreadableFile('cloud')
  try {
    const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer())
    if (head.length > 0) return head
  } catch (cause) {
    throw new UnreadableFile('gone', cause)
  }
  throw new UnreadableFile('empty')
}

/** Names of photos say nothing about a file whose bytes are no photo. */
const PHOTO_NAMES = ['JPG', 'JPEG', 'JFIF', 'PNG', 'WEBP', 'HEIC', 'HEIF']

/** The format in a file's name, for naming it in the refusal; null if it says nothing. */
function formatInName(name: string): string | null {
  const format = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toUpperCase()
  return format === undefined || PHOTO_NAMES.includes(format) ? null : format
}

const unusable = (file: File, reason: ImageReason): Prepared => ({
  file,
  preview: '',
  size: null,
  refusal: refusalOf(reason),
})
const unreadable = (file: File, found: string | null): Prepared =>
  unusable(file, { type: 'image_type', image: null, found })

/**
 * Turns the user’s file into a photo that can be uploaded, converting it if needed, and checks upfront what the
 * server would refuse. What only the server can tell (damaged or disguised files) is left to it.
 * @param shown URL under which the page shows the file already; empty if it doesn’t
 * @throws UnreadableFile when its bytes can't be had
 */
export async function prepare(file: File, shown: string, onConverting: () => void): Promise<Prepared> {
  const head = await headOf(file)
  const heif = isHeif(head)
  if (!isPhoto(head) && !file.type.startsWith('image/')) {
    return unreadable(file, formatInName(file.name))
  }
  if (heif) onConverting()
  const photo = heif ? await toJpeg(file).catch((error: unknown) => notConverted(file, error)) : file
  if (!(photo instanceof File)) return photo

  const preview = shown || URL.createObjectURL(photo)
  const size = await sizeOf(preview)
  return { file: photo, preview, size, refusal: size && refuseSize(size) }
}

/** Unless the browser is in the way, the user’s remedy is the same whatever the cause: convert it elsewhere. */
const notConverted = (file: File, error: unknown): Prepared =>
  error instanceof AlteredPixels
    ? unusable(file, { type: 'image_altered', image: null })
    : unreadable(file, 'HEIC')

/** Why the model would refuse a photo of this size; null if it wouldn’t. */
export function refuseSize(size: Size): ProblemAnswer | null {
  const reason = boundsReason(size, null, IMAGE)
  return reason && refusalOf(reason)
}

/**
 * Upright size in px; null if this browser cannot read the file. The server may be able to, and reports its size or
 * an error.
 */
const sizeOf = (address: string): Promise<Size | null> =>
  readImage(address).then(
    ({ naturalWidth, naturalHeight }) => ({ width: naturalWidth, height: naturalHeight }),
    () => null,
  )
