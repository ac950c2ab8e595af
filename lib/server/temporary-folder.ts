import 'server-only'
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { config } from '@/lib/server/config'

/** On the data disk, so that a finished file can be moved into storage without a copy. */
const root = (): string => `${config().DATA_DIR}/tmp`

/** Lends a folder that is gone, with all that is in it, when `use` is done. */
export async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(root(), { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(`${root()}/in-`)
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Removes folders that a crash has left and that were last written to before `olderThan`. */
export async function removeOldTemporary(olderThan: Date): Promise<void> {
  await mkdir(root(), { recursive: true, mode: 0o700 })
  for (const name of await readdir(root())) {
    const path = `${root()}/${name}`
    const found = await stat(path).catch(() => null) // its owner may be done with it just now
    if (found && found.mtime < olderThan) await rm(path, { recursive: true, force: true })
  }
}
