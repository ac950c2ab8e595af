import type { Readable } from 'node:stream'

/** Byte offsets, both inclusive, as in HTTP. */
export type ByteRange = { start: number; end: number }

export interface StoredObject {
  /** Size of the whole object. */
  bytes: number
  /** Its bytes, or a range of them. Read errors are emitted by the stream. */
  stream(range?: ByteRange): Readable
}

/** The prefix of all keys of one kind, such as `videos/`. */
export type Prefix = `${string}/`

/**
 * Storage for videos, posters and photos. A key is a kind and an id, `videos/01JD…`; any other string is a bug and throws.
 * Contract of every driver: testing/storage/contract.ts.
 */
export interface Storage {
  /**
   * Moves a finished temporary file to `key`, replacing any earlier object. When this resolves, the object is durable and the file gone.
   * Concurrent readers get the old object or the new one, complete.
   */
  put(key: string, file: string): Promise<void>
  /** The object, or null when there is none. */
  open(key: string): Promise<StoredObject | null>
  /** Deletes objects. A missing one is no error. */
  delete(keys: readonly string[]): Promise<void>
  /** Keys under `prefix` of objects written before `olderThan`, in no order. They may be deleted while iterating. */
  list(prefix: Prefix, options: { olderThan: Date }): AsyncIterable<string>
}

const KEY = /^[a-z-]+\/[0-9A-Za-z-]+(\.[a-z0-9]+)?$/

export const isKey = (key: string): boolean => KEY.test(key)

/** Guards against path traversal, as keys become paths. @throws Error unless it is a valid key */
export function expectKey(key: string): string {
  if (!isKey(key)) throw new Error(`not a storage key: ${key}`)
  return key
}
