import type { Readable } from 'node:stream'

/** Bytes from `start` to `end`, both counted from 0 and included, as in HTTP. */
export type ByteRange = { start: number; end: number }

export interface StoredObject {
  /** Size of the whole object. */
  bytes: number
  /** Its bytes, whole or a range within them. What goes wrong meanwhile is an error of the stream. */
  stream(range?: ByteRange): Readable
}

/** What the keys of one kind of object begin with: `videos/`. */
export type Prefix = `${string}/`

/**
 * Where videos, posters and photos rest. A key is a kind and an id, `videos/01JD…`; any other string is our own fault
 * and throws. testing/storage/contract.ts says what every driver does.
 */
export interface Storage {
  /**
   * Moves a finished temporary file to `key`, in the place of what was there. When this resolves, the object is durable
   * and the file gone; whoever reads meanwhile gets the old object or the new one, whole.
   */
  put(key: string, file: string): Promise<void>
  /** The object as it is now; null when there is none. */
  open(key: string): Promise<StoredObject | null>
  /** Deletes objects. One that is not there is no error. */
  delete(keys: readonly string[]): Promise<void>
  /** The keys under `prefix` whose object was written before `olderThan`, in no order; they may be deleted meanwhile. */
  list(prefix: Prefix, options: { olderThan: Date }): AsyncIterable<string>
}

const KEY = /^[a-z-]+\/[0-9A-Za-z-]+(\.[a-z0-9]+)?$/

export const isKey = (key: string): boolean => KEY.test(key)

/** @throws Error unless it is a key: it may become a path, and must not lead anywhere else */
export function expectKey(key: string): string {
  if (!isKey(key)) throw new Error(`not a storage key: ${key}`)
  return key
}
