import { rm } from 'node:fs/promises'
import type { AllowedHosts } from './hosts'
import { type Content, inspect } from './inspect'
import { LIMITS, type Limits, within } from './limits'
import { parseAddress } from './permit'
import { type Resolve, resolveBySystem } from './resolve'
import { ResultError, unreadable } from './result-error'
import { type Saved, save } from './save'
import { visit, type Way } from './visit'

export type Result = Content & Saved

type Options = Partial<Limits> & {
  hosts: AllowedHosts
  signal?: AbortSignal
  resolve?: Resolve
  /** Asked before anything is read, with the bytes that are announced; throws where there is no room for them. */
  room?: (bytes: number) => Promise<void>
}

const REDIRECTS = 3

/**
 * Fetches what a task has made from an address that a stranger gave, into the file `into`, synced, and tells by its
 * content what it is. Only a whole video (mp4) or image is a result. Whatever stood at `into` is replaced; nothing
 * stands there after a failure. Limits: see `Limits`; by default 1 GB, 15 minutes, 30 s without a byte,
 * 400 KB in any 20 s.
 * @throws ResultError, the signal's reason once it is aborted, or the disk's own error
 */
export async function fetchResult(
  address: string,
  into: string,
  { hosts, signal: outer, resolve = resolveBySystem, room = async () => {}, ...own }: Options,
): Promise<Result> {
  const limits = { ...LIMITS, ...own }
  try {
    return await within(limits.total, outer, async (signal) => {
      const saved = await follow(address, { hosts, resolve, limits, signal }, into, room)
      return { ...(await inspect(into).catch(asContent)), ...saved }
    })
  } catch (error) {
    await rm(into, { force: true })
    outer?.throwIfAborted()
    throw error
  }
}

/** All of it is here: what cannot be read of it now is not for the line to mend. */
function asContent(error: unknown): never {
  if (!(error instanceof ResultError && error.reason === 'unreadable')) throw error
  throw new ResultError('not_media', error.message, { cause: error.cause })
}

/** Every address on the way, the first as the last, passes the same checks. */
async function follow(
  address: string,
  way: Way,
  into: string,
  room: (bytes: number) => Promise<void>,
): Promise<Saved> {
  let url = parseAddress(address)
  for (let redirects = 0; redirects <= REDIRECTS; redirects++) {
    const visited = await visit(url, way, async (answer) => {
      await room(answer.declared ?? 0)
      return save(answer, into, way.limits)
    })
    if ('taken' in visited) return visited.taken
    url = visited.moved
  }
  throw unreadable(`The address was redirected more than ${REDIRECTS} times.`)
}
