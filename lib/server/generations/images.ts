import { writeFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { ulid } from 'ulid'
import { openFile, putFile } from '@/lib/server/files'
import { admit, thumbnail } from '@/lib/server/images'
import * as store from '@/lib/server/store'
import type { UploadedImage } from '@/lib/shared/generation'
import type { Person } from '@/lib/shared/person'
import { Problem } from '@/lib/shared/problem'

type Place = 1 | 2 | null
export type StoredImage = NonNullable<Awaited<ReturnType<typeof store.findImage>>>

export const imageKey = (id: string): string => `images/${id}`
const thumbnailKey = (id: string): string => `thumbnails/${id}`

/**
 * Takes a stranger's file in: safe, upright, stripped, within the model's bounds, and kept.
 * @param file a temporary file, which stays the caller's
 * @param place 1 first frame, 2 last frame, null when not known yet; for the sentence of a refusal
 * @throws Problem unsupported_media | too_large | invalid_input
 */
export async function keepImage(file: string, place: Place, person: Person): Promise<StoredImage> {
  const safe = `${file}.safe`
  const admitted = await admit(file, place, safe)
  const image = { id: ulid(), person: person.id, ...admitted, created_at: new Date().toISOString() }
  const small = `${file}.small`
  await writeFile(small, await thumbnail(safe))
  await putFile(thumbnailKey(image.id), small)
  await putFile(imageKey(image.id), safe)
  await store.addImage(image)
  return image
}

/** Uploads one image ahead of the generation that will use it. @throws as keepImage */
export async function addImage(file: string, person: Person): Promise<UploadedImage> {
  const { id, width, height, type, bytes } = await keepImage(file, null, person)
  return { id, width, height, type, bytes }
}

type Content = { type: string; bytes: number; etag: string; stream: () => Readable }

/** The image as the provider gets it. @throws Problem not_found */
export async function readImage(id: string, person: Person): Promise<Content> {
  const image = await store.findImage(id, person.id)
  const file = image && (await openFile(imageKey(id)))
  if (!file) throw missing()
  return { type: image.type, etag: image.sha256, ...file }
}

/** The image in small, for a card or a form taken up again. @throws Problem not_found */
export async function readThumbnail(id: string, person: Person): Promise<Content> {
  const image = await store.findImage(id, person.id)
  const file = image && (await openFile(thumbnailKey(id)))
  if (!file) throw missing()
  return { type: 'image/webp', etag: `${image.sha256}-small`, ...file }
}

const missing = () => new Problem('not_found', 'There is no image at this address.')
