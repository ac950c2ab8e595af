import type { ProblemAnswer } from '@/lib/client/api'
import { boundsReason } from '@/lib/shared/image-bounds'
import { IMAGE } from '@/lib/shared/models'
import type { ImageReason } from '@/lib/shared/reason'
import { readImage } from './canvas-image'
import { toJpeg } from './convert'
import type { Size } from './crop'
import { HEAD, isHeif, isPhoto } from './heif'
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

const unreadable = (file: File, found: string | null): Prepared => ({
  file,
  preview: '',
  size: null,
  refusal: refusalOf({ type: 'image_type', image: null, found }),
})

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
  // Whatever the cause, the user’s remedy is the same: convert it elsewhere.
  const photo = heif ? await toJpeg(file).catch(() => null) : file
  if (!photo) return unreadable(file, 'HEIC')

  const preview = shown || URL.createObjectURL(photo)
  const size = await sizeOf(preview)
  return { file: photo, preview, size, refusal: size && refuseSize(size) }
}

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
