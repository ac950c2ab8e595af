import { records } from '@/lib/server/db'
import { admit } from '@/lib/server/images'
import { storage } from '@/lib/server/storage'
import { Problem } from '@/lib/shared/problem'
import type { Person } from '@/lib/shared/user'
import { noteReceived } from './receiving'
import { keyOf } from './saved-files'
import type { Content } from './small-file'
import { openSmallFile } from './small-file'

const missing = () => new Problem('not_found', 'This video has no poster yet.')

/**
 * Keeps a still of a finished film, which a browser took: decoding a stranger's film is its trade, not the
 * server's. Like any stranger's image it is decoded and encoded anew.
 * @throws Problem not_found | unsupported_media | too_large | invalid_input | rate_limited
 */
export async function keepPoster(
  id: string,
  file: string,
  person: Person,
  gone?: AbortSignal,
): Promise<void> {
  await expectPoster(id, person)
  await noteReceived(file, person)
  const [safe, small] = [`${file}.safe`, `${file}.small`]
  await admit(file, safe, { asker: { person: person.id, signal: gone }, thumbnail: small })
  await storage().put(keyOf.poster(id), small)
  if (await records.update(id, person.id, ['completed'], { poster: 1 })) return
  await storage().delete([keyOf.poster(id)]) // the film was removed meanwhile
  throw missing()
}

/** To be asked before a still is read. @throws Problem not_found: there is no finished film of this person's */
export async function expectPoster(id: string, person: Person): Promise<void> {
  if ((await records.find(id, person.id))?.status !== 'completed') throw missing()
}

/** The still. @throws Problem not_found */
export async function readPoster(id: string, person: Person): Promise<Content> {
  const generation = await records.findVisible(id, person.id)
  const file = generation?.poster === 1 ? await openSmallFile(keyOf.poster(id)) : null
  if (!file) throw missing()
  return { type: 'image/webp', ...file }
}
