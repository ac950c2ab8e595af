import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { storage } from '@/lib/server/storage'

/** A file to serve; `etag` is the SHA-256 of its bytes. */
export type Content = { type: string; bytes: number; etag: string; stream: Open }
type Open = (range?: { start: number; end: number }) => Readable

/** Opens a file small enough to hash in memory (tens of kB, such as a poster); null when there is none. */
export async function openSmallFile(key: string): Promise<Omit<Content, 'type'> | null> {
  const file = await storage().open(key)
  if (!file) return null
  const content = await buffer(file.stream())
  return {
    bytes: content.byteLength,
    etag: createHash('sha256').update(content).digest('hex'),
    stream: (range) => Readable.from([range ? content.subarray(range.start, range.end + 1) : content]),
  }
}
