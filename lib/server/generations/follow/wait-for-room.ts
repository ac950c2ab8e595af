import type { Claimed } from '@/lib/server/db'
import { BACKOFF, postponed } from '@/lib/server/generations/timing'
import { hasRoom, StorageFull } from '@/lib/server/room'
import type { Change } from './poll'
import { sentenceOf } from './retry-saving'

declare global {
  /**
   * Bytes needed by results that did not fit, by generation. On the global object, because a bundler may load this module once
   * per route. Lost on restart, which costs one more request for each.
   */
  var roomNeeded: Map<string, number> | undefined
}

const needed = () => {
  globalThis.roomNeeded ??= new Map()
  return globalThis.roomNeeded
}

/** True when a result may be downloaded now: one that did not fit isn't requested again until it would. */
export const mayFetch = ({ id }: Pick<Claimed, 'id'>): Promise<boolean> => hasRoom(needed().get(id))

/** The change that makes a result wait for disk space. @param error the failure of the try, if there was one */
export function waitForRoom({ id, wait, save_tries }: Claimed, error?: unknown): Change {
  if (error instanceof StorageFull) needed().set(id, error.bytes)
  return {
    failure_code: 'disk_full',
    failure_message: sentenceOf('disk_full'),
    save_tries,
    ...postponed(wait, BACKOFF),
  }
}

export const forgetRoom = (id: string): void => {
  needed().delete(id)
}
