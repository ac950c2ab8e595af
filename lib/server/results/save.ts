import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import type { Limits } from './limits'
import { ResultError, unreadable } from './result-error'
import type { Answer } from './visit'
import { writeBehind } from './write-behind'

export type Saved = { bytes: number; sha256: string }

/**
 * Streams a body to a file and syncs it, with backpressure from the disk.
 * @throws ResultError unreadable | too_slow | too_large, or a file system error
 */
export async function save({ declared, body }: Answer, path: string, limits: Limits): Promise<Saved> {
  const limit = limits.bytes
  if (declared !== null && declared > limit) throw tooLarge(limit)
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(path, 'w', 0o600)
  try {
    const disk = writeBehind(file)
    for await (const chunk of atPace(arriving(body), limits.pace)) {
      bytes += chunk.length
      if (bytes > limit) throw tooLarge(limit)
      const taken = disk.add(chunk)
      hash.update(chunk) // while the disk is writing
      await taken
    }
    await disk.end()
  } finally {
    await file.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** Separates network errors from disk errors. */
async function* arriving(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* body
  } catch (cause) {
    throw unreadable('The result was cut short.', cause)
  }
}

/** Enforces the minimum pace, by the monotonic clock. Silence runs into the connection's timeout. */
async function* atPace(chunks: AsyncIterable<Buffer>, { bytes, ms }: Limits['pace']): AsyncGenerator<Buffer> {
  let since = performance.now()
  let received = 0
  for await (const chunk of chunks) {
    received += chunk.length
    const passed = performance.now() - since
    if (passed >= ms) {
      if (received * ms < bytes * passed) throw new ResultError('too_slow', 'The result arrives too slowly.')
      since = performance.now()
      received = 0
    }
    yield chunk
  }
}

const tooLarge = (limit: number) => new ResultError('too_large', `The result is larger than ${limit} bytes.`)
