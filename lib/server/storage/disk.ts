import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { replaceFile } from './replace-file'
import { expectKey, isKey, type Storage } from './storage'
import { syncFile, syncFolder } from './sync'

/** Stores each object as a file named after its key, under `root`. */
export function diskStorage(root: string): Storage {
  const pathOf = (key: string) => `${root}/${expectKey(key)}`

  return {
    async put(key, file) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await syncFile(file)
      await move(file, path)
      await syncFolder(dirname(path))
    },

    async open(key) {
      const path = pathOf(key)
      const found = await stat(path).catch(ignoreMissing)
      return found && { bytes: found.size, stream: (range) => createReadStream(path, range) }
    },

    async delete(keys) {
      await Promise.all(keys.map((key) => rm(pathOf(key), { force: true })))
    },

    async *list(prefix, { olderThan }) {
      const names = (await readdir(`${root}/${prefix}`).catch(ignoreMissing)) ?? []
      for (const key of names.map((name) => prefix + name).filter(isKey)) {
        const found = await stat(pathOf(key)).catch(ignoreMissing)
        if (found?.isFile() && found.mtime < olderThan) yield key
      }
    },
  }
}

/** Renames a file. Across file systems, copies it next to its target first, so that the object appears atomically. */
async function move(file: string, path: string): Promise<void> {
  try {
    await replaceFile(file, path)
  } catch (error) {
    if (!isCode(error, 'EXDEV')) throw error
    await copyOver(file, path)
  }
}

async function copyOver(file: string, path: string): Promise<void> {
  // A valid key: after a crash it is listed as an object without a record, and swept.
  const copy = `${path}.part${randomUUID().slice(0, 8)}`
  try {
    await copyFile(file, copy)
    await syncFile(copy)
    await replaceFile(copy, path)
  } catch (error) {
    await rm(copy, { force: true })
    throw error
  }
  await rm(file)
}

function ignoreMissing(error: unknown): null {
  if (isCode(error, 'ENOENT')) return null
  throw error
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
