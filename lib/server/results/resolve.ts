import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { operated, type Trust } from './permit'
import { isPublic } from './public-address'
import { ResultError, unreadable } from './result-error'

/** Resolves a host to all its addresses; an IP address to itself. */
export type Resolve = (host: string) => Promise<LookupAddress[]>

export const resolveBySystem: Resolve = (host) => lookup(host, { all: true })

/**
 * Resolves and checks all addresses of a host. One private address among public ones refuses the host, since any of them may be
 * used.
 * @throws ResultError host_not_allowed | unreadable
 */
export async function resolveChecked(url: URL, trust: Trust, resolve: Resolve, signal: AbortSignal) {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const found = await Promise.race([resolve(host), aborted(signal)]).catch((cause: unknown) => {
    throw unreadable(`${host} couldn’t be resolved.`, cause)
  })
  if (found.length === 0) throw unreadable(`${host} has no address.`)
  if (trust === 'public' && !found.every(({ address }) => isPublic(address))) {
    throw new ResultError('host_not_allowed', `${host} is not on the public internet.`, {
      host: operated(url),
    })
  }
  return found
}

/** Rejects on abort: the system's resolver can't be cancelled, only abandoned. */
const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
