import { createHash } from 'node:crypto'
import { type ImageRow, uploads } from '@/lib/server/db'
import { hashOfFile } from '@/lib/server/hash-of-file'
import { admit, UPLOAD_LIMIT } from '@/lib/server/images'
import { storage } from '@/lib/server/storage'
import type { UploadedImage } from '@/lib/shared/generation'
import { queryOfCrop, readCrop } from '@/lib/shared/images/crop'
import type { Rect } from '@/lib/shared/images/kept-size'
import { IMAGE_LIMIT, type ImageBounds } from '@/lib/shared/models'
import { Problem } from '@/lib/shared/problem'
import { PROMPT_LIMIT } from '@/lib/shared/prompt'
import type { User } from '@/lib/shared/user'
import { askerOf, noteReceived } from './receiving'
import { filesOfImage, keyOf } from './saved-files'
import { type Content, openSmallFile } from './small-file'

export type StoredImage = ImageRow

type Options = {
  /** 1 first frame, 2 last frame, absent when not known yet. Named in error messages. */
  slot?: 1 | 2
  /** Bounds of the model the image is for, where known. */
  bounds?: ImageBounds
  /** The part of the upright image to keep, in px; absent: the whole. */
  crop?: Rect | undefined
  /** Aborts when the client disconnects, giving up the image's turn. */
  gone?: AbortSignal | undefined
}

/**
 * Stores an untrusted image: re-encoded, upright, without metadata, in its own size. A model's maximum size matters only when
 * it is sent (frames.ts).
 * @param file a temporary file, which the caller deletes
 * @throws Problem unsupported_media | too_large | invalid_input | rate_limited
 */
export async function keepImage(
  file: string,
  user: User,
  { slot, bounds, crop, gone }: Options = {},
): Promise<StoredImage> {
  const id = await noteReceived(file, user)
  const [safe, small] = [`${file}.safe`, `${file}.small`]
  const asker = askerOf(user.id, gone)
  const [admitted, given_sha256] = await Promise.all([
    admit(file, safe, { slot, bounds, crop, asker, thumbnail: small }),
    hashOfFile(file).then((hash) => hashAsGiven(hash, crop)),
  ])
  const created_at = new Date().toISOString()
  const image = { id, person: user.id, ...admitted, given_sha256, created_at, released_at: null }
  await Promise.all([
    storage().put(keyOf.thumbnail(image.id), small),
    storage().put(keyOf.image(image.id), safe),
  ])
  try {
    await uploads.add(image)
  } catch (error) {
    await storage().delete(filesOfImage(image.id))
    throw error
  }
  return image
}

/** Two crops of one file are two images: a submission with the other is not the same again. */
const hashAsGiven = (file: string, crop: Rect | undefined): string =>
  crop
    ? createHash('sha256')
        .update(`${file} ${queryOfCrop(crop)}`)
        .digest('hex')
    : file

/** Uploads one image, or a part of it, ahead of the generation that will use it. @throws as keepImage */
async function add(
  file: string,
  user: User,
  options: Pick<Options, 'crop' | 'gone'> = {},
): Promise<UploadedImage> {
  const { id, width, height, type, bytes } = await keepImage(file, user, options)
  return { id, width, height, type, bytes }
}

/** The stored image, which is what the provider gets unless its model needs it smaller. @throws Problem not_found */
async function read(id: string, user: User): Promise<Content> {
  const image = await uploads.findVisible(id, user.id)
  const file = image && (await storage().open(keyOf.image(id)))
  if (!file) throw missing()
  return { type: image.type, etag: image.sha256, ...file }
}

/** The thumbnail, for a card or a restored form. @throws Problem not_found */
async function readThumbnail(id: string, user: User): Promise<Content> {
  const image = await uploads.findVisible(id, user.id)
  const file = image && (await openSmallFile(keyOf.thumbnail(id)))
  if (!file) throw missing()
  return { type: 'image/webp', ...file }
}

const missing = () => new Problem('not_found', 'There is no such image.')

/** Limits for reading a form. One image too many and an overlong prompt still get read, so that the error can name them. */
const limits = {
  fileBytes: UPLOAD_LIMIT,
  files: IMAGE_LIMIT + 1,
  valueBytes: 10 * PROMPT_LIMIT,
  values: 30,
} as const

/** @throws Problem invalid_input */
function parseCrop(text: string | null): Rect | undefined {
  if (text === null) return undefined
  const crop = readCrop(text)
  if (crop) return crop
  const sentence =
    'crop must be x,y,width,height in whole pixels of the upright image, for example crop=0,0,1280,720.'
  throw new Problem('invalid_input', sentence, {
    errors: { crop: [sentence] },
    reasons: [{ type: 'malformed', field: 'crop' }],
  })
}

export const images = { add, parseCrop, read, readThumbnail, limits }
