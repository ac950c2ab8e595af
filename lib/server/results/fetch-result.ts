import { rm } from 'node:fs/promises'
import { type Resolve, resolveBySystem } from '@/lib/server/outgoing'
import type { AllowedHosts } from './hosts'
import { type Content, inspect } from './inspect'
import { LIMITS, type Limits, within } from './limits'
import { parseAddress } from './permit'
import { ResultError, unreadable } from './result-error'
import { type Saved, save } from './save'
import { visit, type Way } from './visit'

export type Result = Content & Saved

type Options = Partial<Limits> & {
  hosts: AllowedHosts
  signal?: AbortSignal
  resolve?: Resolve
  /** Called with Content-Length before the body is read; throws when there is no disk space for it. */
  room?: (bytes: number) => Promise<void>
}

const MAX_REDIRECTS = 3

/**
 * Downloads a result from an untrusted address into the file `into`, synced, and recognises it by its content. Only a complete mp4
 * video or image is accepted. Replaces an existing file; leaves none after a failure. Limits: see `Limits`; by default 1 GB,
 * 15 min, 30 s of silence, 400 kB in any 20 s.
 * @throws ResultError, the signal's reason once it is aborted, or a file system error
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

/** The download is complete, so an unreadable file isn't a network fault that a retry could fix. */
function asContent(error: unknown): never {
  if (!(error instanceof ResultError && error.reason === 'unreadable')) throw error
  throw new ResultError('not_media', error.message, { cause: error.cause })
}

/** Follows redirects. Every address on the way passes the same checks. */
async function follow(
  address: string,
  way: Way,
  into: string,
  room: (bytes: number) => Promise<void>,
): Promise<Saved> {
  let url = parseAddress(address)
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const visited = await visit(url, way, async (answer) => {
      await room(answer.declared ?? 0)
      return save(answer, into, way.limits)
    })
    if ('taken' in visited) return visited.taken
    url = visited.moved
  }
  throw unreadable(`The address was redirected more than ${MAX_REDIRECTS} times.`)
}
