import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { config } from '@/lib/server/config'

/** A key names a file for good: `images/01JD…` and the like. Anything else is a fault of ours, not a path. */
function pathOf(key: string): string {
  if (!/^[a-z-]+\/[0-9A-Za-z-]+(\.[a-z0-9]+)?$/.test(key)) throw new Error(`not a file key: ${key}`)
  return `${config().DATA_DIR}/files/${key}`
}

/** Makes what was written or renamed survive a power cut. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Moves a finished temporary file into place. When this returns, the file is there for good. */
export async function putFile(key: string, temporary: string): Promise<void> {
  const path = pathOf(key)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await sync(temporary)
  await rename(temporary, path)
  await sync(dirname(path))
}

type Opened = { bytes: number; stream: (range?: { start: number; end: number }) => Readable }

/** A file's size, and its bytes as a stream, whole or from `start` to `end` inclusive; null when there is none. */
export async function openFile(key: string): Promise<Opened | null> {
  const path = pathOf(key)
  const found = await stat(path).catch(ignoreMissing)
  return found && { bytes: found.size, stream: (range) => createReadStream(path, range) }
}

/** Removing what is not there is no error. */
export const removeFile = (key: string): Promise<void> => rm(pathOf(key), { force: true })

/** The names of a folder's files that were last touched before `before`. */
export async function listFiles(folder: string, before: Date): Promise<string[]> {
  return oldIn(`${config().DATA_DIR}/files/${folder}`, before)
}

/** Removes what crashes have left among the temporary files since before `before`. */
export async function removeOldTemporary(before: Date): Promise<void> {
  const root = `${config().DATA_DIR}/tmp`
  for (const name of await oldIn(root, before)) await rm(`${root}/${name}`, { recursive: true, force: true })
}

async function oldIn(folder: string, before: Date): Promise<string[]> {
  const names = (await readdir(folder).catch(ignoreMissing)) ?? []
  const old: string[] = []
  for (const name of names) {
    const found = await stat(`${folder}/${name}`).catch(ignoreMissing)
    if (found && found.mtime < before) old.push(name)
  }
  return old
}

function ignoreMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
