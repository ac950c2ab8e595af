import { records, type StoredGeneration } from '@/lib/server/db'
import { storage } from '@/lib/server/storage'
import { Problem } from '@/lib/shared/problem'
import type { User } from '@/lib/shared/user'
import { downloadName } from './download-name'
import { expectPoster, keepPoster, readPoster } from './poster'
import { keyOf, readFrame, readVideo as readSavedVideo, type StoredFrame } from './saved-files'
import type { Content } from './small-file'

type NamedContent = Content & { name: string }

const missing = () => new Problem('not_found', 'This file doesn’t exist yet.')

/** The saved video. @throws Problem not_found, also until it is saved completely */
async function readVideo(id: string, user: User): Promise<NamedContent> {
  const generation = await completed(id, user)
  return open(generation, readSavedVideo(generation.video), keyOf.video(id))
}

/** The saved last frame. @throws Problem not_found, also when there is none */
async function readLastFrame(id: string, user: User): Promise<NamedContent> {
  const generation = await completed(id, user)
  return open(generation, readFrame(generation.last_frame), keyOf.lastFrame(id))
}

async function completed(id: string, user: User): Promise<StoredGeneration> {
  const generation = await records.findVisible(id, user.id)
  if (generation?.status !== 'completed') throw missing()
  return generation
}

async function open(
  generation: StoredGeneration,
  stored: StoredFrame | null,
  key: string,
): Promise<NamedContent> {
  const file = stored && (await storage().open(key))
  if (!file) throw missing()
  return { type: stored.type, etag: stored.sha256, name: downloadName(generation, stored), ...file }
}

export const videos = { readVideo, readLastFrame, readPoster, expectPoster, keepPoster }
