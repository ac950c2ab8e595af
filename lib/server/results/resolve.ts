import type { LookupAddress } from 'node:dns'
import type { Resolve } from '@/lib/server/outgoing'
import { operated, type Trust } from './permit'
import { isFake, isLiteral, isPublic } from './public-address'
import { ResultError, unreadable } from './result-error'

/**
 * Resolves and checks all addresses of a host. One private address among public ones refuses the host, since any of them may be
 * used.
 * @param proxied a proxy connects to the host, by its name: it knows names that this machine's resolver doesn't, or answers with
 * stand-ins
 * @throws ResultError host_not_allowed | fake_address | unreadable
 */
export async function resolveChecked(
  url: URL,
  trust: Trust,
  resolve: Resolve,
  signal: AbortSignal,
  proxied: boolean,
): Promise<LookupAddress[]> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const found = await Promise.race([resolve(host), aborted(signal)]).catch((cause: unknown) => {
    if (proxied && !signal.aborted) return []
    throw unreadable(`${host} couldn’t be resolved.`, cause)
  })
  if (found.length === 0 && !proxied) throw unreadable(`${host} has no address.`)
  if (trust === 'public') refusePrivate(url, found, proxied)
  return found
}

/** @throws ResultError host_not_allowed | fake_address */
function refusePrivate(url: URL, found: LookupAddress[], proxied: boolean): void {
  const hidden = found.filter(({ address }) => !isPublic(address))
  if (hidden.length === 0) return
  const fake = hidden.some(({ address }) => isFake(address)) && !isLiteral(url.hostname)
  if (fake && proxied && hidden.every(({ address }) => isFake(address))) return
  throw fake
    ? new ResultError('fake_address', `${url.hostname} is resolved to a stand-in.`, { host: operated(url) })
    : new ResultError('host_not_allowed', `${url.hostname} is not on the public internet.`, {
        host: operated(url),
      })
}

/** Rejects on abort: the system's resolver can't be cancelled, only abandoned. */
const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
