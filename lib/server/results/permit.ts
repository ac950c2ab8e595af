import type { AllowedHosts } from './hosts'
import { ResultError, unreadable } from './result-error'

/** Labels that are not empty, without the dot at the end that would make another name of the same host. */
const TIDY = /^[^.]+(\.[^.]+)*$/

/**
 * Reads an address, or the Location of a redirect, which may be relative to the one before.
 * @throws ResultError unreadable: no list of hosts could allow it
 */
export function parseAddress(text: string, base?: URL): URL {
  if (!URL.canParse(text, base)) throw unreadable('The address is not a URL.')
  const url = new URL(text, base)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw unreadable('The address is not http or https.')
  if (url.username !== '' || url.password !== '')
    throw unreadable('The address contains a user name or password.')
  if (!TIDY.test(url.hostname)) throw unreadable('The address has no valid host.')
  return url
}

/** How far a host on the list is trusted: `operated` may be private, `public` must not. */
export type Trust = 'operated' | 'public'

/**
 * Looks a host up in the list.
 * @throws ResultError host_not_allowed
 */
export function permit(url: URL, hosts: AllowedHosts): Trust {
  const { protocol, hostname } = url
  if (
    hosts.some((entry) => entry.type === 'operated' && entry.name === hostname && entry.port === portOf(url))
  ) {
    return 'operated'
  }
  const plain = protocol === 'https:' && url.port === ''
  const listed = hosts.some(
    (entry) =>
      (entry.type === 'name' && hostname === entry.name) ||
      (entry.type === 'below' && hostname.endsWith(`.${entry.name}`)),
  )
  if (plain && listed) return 'public'
  throw new ResultError('host_not_allowed', `Downloading results from ${url.host} is not allowed.`, {
    host: plain ? hostname : operated(url),
  })
}

/** A host as an entry of the operator's own word. */
export const operated = (url: URL): string => `${url.hostname}:${portOf(url)}`

const portOf = ({ protocol, port }: URL): string => port || (protocol === 'https:' ? '443' : '80')
