import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { config } from '@/lib/server/config'

/** A key names a file for good: `images/01JD…` and the like. Anything else is a fault of ours, not a path. */
function pathOf(key: string): string {
  if (!/^[a-z-]+\/[0-9A-Za-z-]+(\.[a-z0-9]+)?$/.test(key)) throw new Error(`not a file key: ${key}`)
  return `${config().DATA_DIR}/files/${key}`
}

/** Makes what was written or renamed survive a power cut. */
async function sync(path: string): Promise<void> {
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

/** A file's bytes as a stream, with their number; null when there is none. */
export async function openFile(key: string): Promise<{ bytes: number; stream: () => Readable } | null> {
  const path = pathOf(key)
  const found = await stat(path).catch(ignoreMissing)
  if (!found) return null
  return { bytes: found.size, stream: () => createReadStream(path) }
}

/** Removing what is not there is no error. */
export const removeFile = (key: string): Promise<void> => rm(pathOf(key), { force: true })

function ignoreMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
