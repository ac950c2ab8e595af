import 'server-only'
import { lstat, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { config } from './config.js'
import { log } from './log'

/** On the data disk, so that finished files can be renamed into storage instead of copied. */
const root = (): string => `${config().DATA_DIR}/tmp`

const PREFIX = 'promptreel-'
/** Folders made here, `in-` by earlier versions: nothing else is ours to delete, as `tmp` may be a link to where other files are. */
const OURS = /^(promptreel|in)-[0-9A-Za-z]{6}$/

/** Creates a folder for work in progress. `remove` deletes it and never rejects: leftovers are swept later. */
export async function makeTemporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  await mkdir(root(), { recursive: true, mode: 0o700 })
  const path = await mkdtemp(`${root()}/${PREFIX}`)
  const remove = () =>
    rm(path, { recursive: true, force: true }).catch((error: unknown) =>
      log().warn({ err: error }, 'a temporary folder could not be removed'),
    )
  return { path, remove }
}

/** Provides a temporary folder that is deleted after `use`. */
export async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const { path, remove } = await makeTemporaryFolder()
  try {
    return await use(path)
  } finally {
    await remove()
  }
}

/** Deletes folders that a crash left, last modified before `olderThan`. */
export async function removeOldTemporary(olderThan: Date): Promise<void> {
  await mkdir(root(), { recursive: true, mode: 0o700 })
  for (const name of await readdir(root())) {
    if (!OURS.test(name)) continue
    const path = `${root()}/${name}`
    const found = await lstat(path).catch(() => null) // may have been removed just now
    if (found?.isDirectory() && found.mtime < olderThan) await rm(path, { recursive: true, force: true })
  }
}
