import { uploads } from '@/lib/server/db'
import { admit, UPLOAD_LIMIT } from '@/lib/server/images'
import { storage } from '@/lib/server/storage'
import type { UploadedImage } from '@/lib/shared/generation'
import { IMAGE_LIMIT, type ImageBounds } from '@/lib/shared/models'
import { Problem } from '@/lib/shared/problem'
import { PROMPT_LIMIT } from '@/lib/shared/prompt'
import type { User } from '@/lib/shared/user'
import { hashOfFile } from './fingerprint'
import { noteReceived } from './receiving'
import { filesOfImage, keyOf } from './saved-files'
import { type Content, openSmallFile } from './small-file'

export type StoredImage = NonNullable<Awaited<ReturnType<typeof uploads.find>>>

type Options = {
  /** 1 first frame, 2 last frame; without, it is not known yet. For the sentence of a refusal. */
  slot?: 1 | 2
  /** Of the model that it is for, where that is known. */
  bounds?: ImageBounds
  /** Says that nobody waits for it any more: its turn is then given up. */
  gone?: AbortSignal | undefined
}

/**
 * Takes a stranger's file in: safe, upright, stripped, and kept in its own size; what a model takes at most is nothing
 * to it until it is sent (frames.ts).
 * @param file a temporary file, which stays the caller's
 * @throws Problem unsupported_media | too_large | invalid_input | rate_limited
 */
export async function keepImage(
  file: string,
  user: User,
  { slot, bounds, gone }: Options = {},
): Promise<StoredImage> {
  const id = await noteReceived(file, user)
  const [safe, small] = [`${file}.safe`, `${file}.small`]
  const asker = { person: user.id, signal: gone }
  const [admitted, given_sha256] = await Promise.all([
    admit(file, safe, { slot, bounds, asker, thumbnail: small }),
    hashOfFile(file),
  ])
  const image = { id, person: user.id, ...admitted, given_sha256, created_at: new Date().toISOString() }
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

/** Uploads one image ahead of the generation that will use it. @throws as keepImage */
async function add(file: string, user: User, gone?: AbortSignal): Promise<UploadedImage> {
  const { id, width, height, type, bytes } = await keepImage(file, user, { gone })
  return { id, width, height, type, bytes }
}

/** The image as it is kept, which is as the provider gets it unless its model takes it smaller. @throws Problem not_found */
async function read(id: string, user: User): Promise<Content> {
  const image = await uploads.findVisible(id, user.id)
  const file = image && (await storage().open(keyOf.image(id)))
  if (!file) throw missing()
  return { type: image.type, etag: image.sha256, ...file }
}

/** The image in small, for a card or a form taken up again. @throws Problem not_found */
async function readThumbnail(id: string, user: User): Promise<Content> {
  const image = await uploads.findVisible(id, user.id)
  const file = image && (await openSmallFile(keyOf.thumbnail(id)))
  if (!file) throw missing()
  return { type: 'image/webp', ...file }
}

const missing = () => new Problem('not_found', 'There is no such image.')

/** How much of a form is worth reading. One image more than taken, and a longer prompt, can so be told by name. */
const limits = {
  fileBytes: UPLOAD_LIMIT,
  files: IMAGE_LIMIT + 1,
  valueBytes: 10 * PROMPT_LIMIT,
  values: 30,
} as const

/** A person's photos, and how much of them is read. */
export const images = { add, read, readThumbnail, limits }
