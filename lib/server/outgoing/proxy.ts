import { isExcepted } from './no-proxy'

const PORTS: Record<string, string> = { 'http:': '80', 'https:': '443' }

export const portOf = ({ protocol, port }: Pick<URL, 'protocol' | 'port'>): string =>
  port || (PORTS[protocol] ?? '')

/** A variable in either case; where both are set, the lower one counts, as for curl. */
const read = (name: string): string | undefined =>
  process.env[name.toLowerCase()]?.trim() || process.env[name]?.trim() || undefined

/** A proxy without a scheme is an http one. Any other kind than http and https, such as SOCKS, is left alone. */
function addressIn(name: string): URL | undefined {
  const text = read(name)
  const address = text?.includes('://') ? text : `http://${text}`
  return text && /^https?:/i.test(address) && URL.canParse(address) ? new URL(address) : undefined
}

/**
 * The proxy by which a URL is to be reached; null for a direct connection. config.js has checked the variables at the start.
 */
export function proxyFor(url: Pick<URL, 'protocol' | 'hostname' | 'port'>): URL | null {
  const proxy = addressIn(url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') ?? addressIn('ALL_PROXY')
  return proxy && !isExcepted(read('NO_PROXY') ?? '', url.hostname, portOf(url)) ? proxy : null
}

/** The user name and password of a proxy's address as a header; nothing where it has none. */
export function authorizationFor({ username, password }: URL): Record<string, string> {
  if (username === '' && password === '') return {}
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` }
}
