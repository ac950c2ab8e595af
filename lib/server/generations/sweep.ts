import { listFiles, removeFile, removeOldTemporary } from '@/lib/server/files'
import { records, uploads } from '@/lib/server/store'
import { filesOfImage } from './saved-files'

const DAY_MS = 86_400_000
const AT_ONCE = 200

/** Removes what nobody will ask for: unused uploads, files of generations that are gone, leftovers of crashes. */
export async function sweep(): Promise<void> {
  const yesterday = new Date(Date.now() - DAY_MS)
  await records.forgetKeys()
  for (let ids = ['']; ids.length > 0; ) {
    ids = await uploads.removeUnused(yesterday)
    for (const key of ids.flatMap(filesOfImage)) await removeFile(key)
  }
  await removeOldTemporary(yesterday)
  for (const folder of ['videos', 'last-frames', 'posters'])
    await sweepFolder(folder, yesterday, records.existing)
  for (const folder of ['images', 'thumbnails']) await sweepFolder(folder, yesterday, uploads.existing)
}

async function sweepFolder(
  folder: string,
  before: Date,
  existing: (ids: string[]) => Promise<Set<string>>,
): Promise<void> {
  const ids = await listFiles(folder, before)
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE)
    const known = await existing(some)
    for (const id of some) if (!known.has(id)) await removeFile(`${folder}/${id}`)
  }
}
