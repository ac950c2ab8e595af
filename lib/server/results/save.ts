import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import type { Limits } from './limits'
import { ResultError, unreadable } from './result-error'
import type { Answer } from './visit'
import { writeBehind } from './write-behind'

export type Saved = { bytes: number; sha256: string }

/**
 * Writes a body to a file and syncs it. No more is asked for than the disk takes.
 * @throws ResultError unreadable | too_slow | too_large, or the disk's own error
 */
export async function save({ declared, body }: Answer, path: string, limits: Limits): Promise<Saved> {
  const limit = limits.bytes
  if (declared !== null && declared > limit) throw tooLarge(limit)
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(path, 'w', 0o600)
  try {
    const disk = writeBehind(file)
    for await (const chunk of inTime(arriving(body), limits.pace)) {
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

/** Ends what comes more slowly than the pace, by a clock that nobody sets. Silence is ended by the connection. */
async function* inTime(chunks: AsyncIterable<Buffer>, { bytes, ms }: Limits['pace']): AsyncGenerator<Buffer> {
  let since = performance.now()
  let came = 0
  for await (const chunk of chunks) {
    came += chunk.length
    const passed = performance.now() - since
    if (passed >= ms) {
      if (came * ms < bytes * passed) throw new ResultError('too_slow', 'The result arrives too slowly.')
      since = performance.now()
      came = 0
    }
    yield chunk
  }
}

const tooLarge = (limit: number) => new ResultError('too_large', `The result is larger than ${limit} bytes.`)
