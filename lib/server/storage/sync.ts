import { open } from 'node:fs/promises'

/** Syncs a file, so that its bytes survive a power cut. */
export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+') // writable: Windows refuses to flush what can only be read (EPERM)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** What systems without synced folders answer: Windows to opening or flushing one, some network file systems to flushing it. */
const NOT_FOR_FOLDERS = ['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EBADF']

/** Syncs a folder, so that renames in it survive a power cut, on systems that can do that. */
export async function syncFolder(path: string): Promise<void> {
  try {
    const handle = await open(path, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (!NOT_FOR_FOLDERS.includes(codeOf(error))) throw error
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? `${error.code}` : '')
