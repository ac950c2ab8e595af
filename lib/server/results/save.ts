import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { ResultError, unreadable } from './result-error'
import type { Answer } from './visit'

export type Saved = { bytes: number; sha256: string }

/** So many are handed to the disk while the next arrive, so that little is left to wait for at the end. */
const SYNC_BYTES = 8_000_000

/**
 * Writes a body to a file, chunk after chunk, and syncs it. The next chunk is asked for when the last one is written.
 * @throws ResultError unreadable | too_large, or the disk's own error
 */
export async function save({ declared, body }: Answer, path: string, limit: number): Promise<Saved> {
  if (declared !== null && declared > limit) throw tooLarge(limit)
  const hash = createHash('sha256')
  let bytes = 0
  let syncing: Promise<unknown> = Promise.resolve()
  let unsynced = 0
  const file = await open(path, 'w', 0o600)
  try {
    for await (const chunk of arriving(body)) {
      bytes += chunk.length
      if (bytes > limit) throw tooLarge(limit)
      const written = file.writeFile(chunk)
      hash.update(chunk) // while the disk is at work
      await written
      unsynced += chunk.length
      if (unsynced < SYNC_BYTES) continue
      unsynced = 0
      syncing = Promise.all([syncing, file.datasync()])
      syncing.catch(ignore) // awaited below
    }
    await syncing
    await file.sync()
  } finally {
    await file.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

function ignore() {}

/** Tells what goes wrong on the line from what goes wrong on the disk. */
async function* arriving(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* body
  } catch (cause) {
    throw unreadable('The result was cut short.', cause)
  }
}

const tooLarge = (limit: number) => new ResultError('too_large', `The result has more than ${limit} bytes.`)
