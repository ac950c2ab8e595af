import type { AllowedHosts } from './hosts'
import { ResultError, unreadable } from './result-error'

/** Non-empty labels without a trailing dot, which would be a second name for the same host. */
const TIDY = /^[^.]+(\.[^.]+)*$/

/**
 * Parses an address, or the Location of a redirect, which may be relative to `base`.
 * @throws ResultError unreadable: invalid under any list of hosts
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

/** Trust in an allowed host: `operated` may be private, `public` must not. */
export type Trust = 'operated' | 'public'

/**
 * Looks up the host in the list.
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

/** The host with its port, as an `operated` entry. */
export const operated = (url: URL): string => `${url.hostname}:${portOf(url)}`

const portOf = ({ protocol, port }: URL): string => port || (protocol === 'https:' ? '443' : '80')
