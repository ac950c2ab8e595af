import { records } from '@/lib/server/db'
import { admit } from '@/lib/server/images'
import { storage } from '@/lib/server/storage'
import { Problem } from '@/lib/shared/problem'
import type { User } from '@/lib/shared/user'
import { askerOf, noteReceived } from './receiving'
import { keyOf } from './saved-files'
import { type Content, openSmallFile } from './small-file'

/** Longest side in px: as sharp as the video on its page, and on screens with two pixels for each of the page’s. */
const SIDE = 1280

const missing = () => new Problem('not_found', 'This video has no poster yet.')

/**
 * Stores a finished video's poster, captured by the browser: the server never decodes untrusted video. Like any untrusted
 * image, the poster is decoded and re-encoded.
 * @throws Problem not_found | unsupported_media | too_large | invalid_input | rate_limited
 */
export async function keepPoster(id: string, file: string, user: User, gone?: AbortSignal): Promise<void> {
  await expectPoster(id, user)
  await noteReceived(file, user)
  const [safe, small] = [`${file}.safe`, `${file}.small`]
  await admit(file, safe, { asker: askerOf(user.id, gone), thumbnail: small, thumbnailSide: SIDE })
  await storage().put(keyOf.poster(id), small)
  if (await records.update(id, user.id, ['completed'], { poster: 1 })) return
  await storage().delete([keyOf.poster(id)]) // the video was removed meanwhile
  throw missing()
}

/** Call before reading an uploaded poster. @throws Problem not_found: the person has no such finished video */
export async function expectPoster(id: string, user: User): Promise<void> {
  if ((await records.find(id, user.id))?.status !== 'completed') throw missing()
}

/** The poster. @throws Problem not_found */
export async function readPoster(id: string, user: User): Promise<Content> {
  const generation = await records.findVisible(id, user.id)
  const file = generation?.poster === 1 ? await openSmallFile(keyOf.poster(id)) : null
  if (!file) throw missing()
  return { type: 'image/webp', ...file }
}
