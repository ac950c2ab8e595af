import 'server-only'
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { config } from './config.js'
import { log } from './log'

/** On the data disk, so that a finished file can be moved into storage without a copy. */
const root = (): string => `${config().DATA_DIR}/tmp`

/** A folder for work in progress, to be removed with all that is in it. Removing never fails: what stays is swept later. */
export async function makeTemporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  await mkdir(root(), { recursive: true, mode: 0o700 })
  const path = await mkdtemp(`${root()}/in-`)
  const remove = () =>
    rm(path, { recursive: true, force: true }).catch((error: unknown) =>
      log().warn({ err: error }, 'a temporary folder could not be removed'),
    )
  return { path, remove }
}

/** Lends a temporary folder that is gone when `use` is done. */
export async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const { path, remove } = await makeTemporaryFolder()
  try {
    return await use(path)
  } finally {
    await remove()
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
