import { createWriteStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { Bytes } from './bytes'
import { Lacking } from './lacking'
import { mendedJpeg } from './mended-jpeg'
import { mendedPng } from './mended-png'
import type { Format } from './signature'

/**
 * Writes a well-formed copy of an image that is odd but whole: one that browsers show although a header value, what lies between its
 * parts, or its end is not as it should be. A truncated image raises no more than a warning in the decoder either, so it stays strict:
 * the bytes are put right, and the copy is decoded like any other.
 * @returns false when it can't be mended; then nothing is left at `into`
 * @throws Error file system errors unchanged
 */
export async function mend(file: string, format: Format, into: string): Promise<boolean> {
  if (format === 'webp') return false
  const handle = await open(file)
  try {
    const bytes = new Bytes(handle, (await handle.stat()).size)
    await pipeline(format === 'jpeg' ? mendedJpeg(bytes) : mendedPng(bytes), createWriteStream(into))
    return true
  } catch (error) {
    await rm(into, { force: true })
    if (error instanceof Lacking) return false
    throw error
  } finally {
    await handle.close()
  }
}
