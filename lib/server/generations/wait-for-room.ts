import type { Claimed } from '@/lib/server/db'
import { hasRoom, StorageFull } from '@/lib/server/room'
import type { Change } from './poll'
import { sentenceOf } from './retry-saving'
import { BACKOFF, postponed } from './timing'

declare global {
  /**
   * Bytes that a result needs which did not fit, by generation. Kept on the global object: a bundler may load this
   * module once for each route. Lost with the process: then one more request is made for each.
   */
  var roomNeeded: Map<string, number> | undefined
}

const needed = () => {
  globalThis.roomNeeded ??= new Map()
  return globalThis.roomNeeded
}

/** Whether a result may be fetched now: what did not fit is not asked for again until it would. */
export const mayFetch = ({ id }: Pick<Claimed, 'id'>): Promise<boolean> => hasRoom(needed().get(id))

/** The change that lets a result wait for room. @param error what it failed by, if it was tried */
export function waitForRoom({ id, wait, save_tries }: Claimed, error?: unknown): Change {
  if (error instanceof StorageFull) needed().set(id, error.bytes)
  return {
    failure_code: 'disk_full',
    failure_message: sentenceOf('disk_full'),
    save_tries,
    ...postponed(wait, BACKOFF),
  }
}

/** What is here needs no room any more. */
export const forgetRoom = (id: string): void => {
  needed().delete(id)
}
