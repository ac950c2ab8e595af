import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { ResultError, unreadable } from './result-error'
import type { Answer } from './visit'
import { writeBehind } from './write-behind'

export type Saved = { bytes: number; sha256: string }

/**
 * Writes a body to a file and syncs it. No more is asked for than the disk takes.
 * @throws ResultError unreadable | too_large, or the disk's own error
 */
export async function save({ declared, body }: Answer, path: string, limit: number): Promise<Saved> {
  if (declared !== null && declared > limit) throw tooLarge(limit)
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(path, 'w', 0o600)
  try {
    const disk = writeBehind(file)
    for await (const chunk of arriving(body)) {
      bytes += chunk.length
      if (bytes > limit) throw tooLarge(limit)
      const taken = disk.add(chunk)
      hash.update(chunk) // while the disk is at work
      await taken
    }
    await disk.end()
  } finally {
    await file.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** Tells what goes wrong on the line from what goes wrong on the disk. */
async function* arriving(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* body
  } catch (cause) {
    throw unreadable('The result was cut short.', cause)
  }
}

const tooLarge = (limit: number) => new ResultError('too_large', `The result has more than ${limit} bytes.`)
