import { isValid as isUlid } from 'ulid'
import { records, uploads } from '@/lib/server/db'
import { type Prefix, storage } from '@/lib/server/storage'
import { removeOldTemporary } from '@/lib/server/temporary-folder'
import { filesOfImage, idOf } from './saved-files'

const DAY_MS = 86_400_000
const BATCH_SIZE = 200

const OF_GENERATIONS = ['videos/', 'last-frames/', 'posters/'] as const
const OF_IMAGES = ['images/', 'thumbnails/'] as const

/** Removes what no record refers to: uploads that nothing has used for a day, files of deleted generations, leftovers of crashes. */
export async function sweep(): Promise<void> {
  const yesterday = new Date(Date.now() - DAY_MS)
  await records.forgetKeys()
  for (let ids = ['']; ids.length > 0; ) {
    ids = await uploads.removeUnused(yesterday)
    await storage().delete(ids.flatMap(filesOfImage))
  }
  await removeOldTemporary(yesterday)
  for (const prefix of OF_GENERATIONS) await sweepOrphans(prefix, yesterday, records.existing)
  for (const prefix of OF_IMAGES) await sweepOrphans(prefix, yesterday, uploads.existing)
}

/**
 * Deletes objects without a record. Only what carries an id of ours: `files` may be a link to a folder in which there are other
 * videos.
 */
async function sweepOrphans(
  prefix: Prefix,
  olderThan: Date,
  existing: (ids: string[]) => Promise<Set<string>>,
): Promise<void> {
  for await (const keys of inBatches(storage().list(prefix, { olderThan }), BATCH_SIZE)) {
    const ours = keys.filter((key) => isUlid(idOf(key).replace(/\.part.*$/, '')))
    const known = await existing(ours.map(idOf))
    await storage().delete(ours.filter((key) => !known.has(idOf(key))))
  }
}

async function* inBatches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let group: T[] = []
  for await (const item of items) {
    group.push(item)
    if (group.length < size) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}
