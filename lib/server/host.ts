import { BASE_PATH } from '@/lib/shared/base-path'
import { config, isLoopback } from './config.js'

/** A Host header: a name or an address, and a port. Excludes whatever a URL parser would read as more, such as `@` or `/`. */
const HOST = /^(\[[\da-f:.]+\]|[\w.-]+)(?::(\d{0,5}))?$/i

/** Without the final dot of a complete name in DNS. */
const withoutDot = (name: string): string => name.replace(/\.$/, '')

/**
 * The parts of a Host header in one spelling: lower case, IPv6 compressed, without a final dot. The ports of http and https count as
 * none, because a proxy that speaks https outside and http inside may send either. Undefined when it is no host.
 */
function parse(host: string): { name: string; port: string } | undefined {
  const [, given = '', port = ''] = HOST.exec(host) ?? []
  if (!URL.canParse(`http://${given}`)) return undefined
  const name = withoutDot(new URL(`http://${given}`).hostname).replace(/^\[(.*)\]$/, '$1')
  if (name === '') return undefined
  return { name, port: port === '80' || port === '443' ? '' : port }
}

/** Whether two spellings of a host mean the same one. */
export function isSameHost(one: string, other: string): boolean {
  const [a, b] = [parse(one), parse(other)]
  return a !== undefined && a.name === b?.name && a.port === b.port
}

/**
 * Whether an Origin header is of an origin of ours. The scheme counts, and so does every port but the scheme's own.
 * @param own such as `https://studio.example.com`
 */
export function isSameOrigin(origin: string, own: string): boolean {
  if (!/^https?:\/\/[^/?#@\\]+$/i.test(origin) || !URL.canParse(origin) || !URL.canParse(own)) return false
  const [a, b] = [new URL(origin), new URL(own)]
  return a.protocol === b.protocol && withoutDot(a.hostname) === withoutDot(b.hostname) && a.port === b.port
}

/**
 * Whether a request's Host header names this studio: PUBLIC_URL's host, or without sign-in this machine, on any port. A page that
 * points its own name here (DNS rebinding) still sends that name.
 */
export function isOwnHost(host: string | null): boolean {
  const { PUBLIC_URL } = config()
  if (PUBLIC_URL !== undefined) return isSameHost(host ?? '', new URL(PUBLIC_URL).host)
  return isLoopback(parse(host ?? '')?.name ?? '')
}

/** Where the studio can be opened. */
export function ownAddress(): string {
  const { PUBLIC_URL, HOST: listens, PORT } = config()
  const origin = PUBLIC_URL ?? `http://${listens.includes(':') ? `[${listens}]` : listens}:${PORT}`
  return origin + BASE_PATH
}
