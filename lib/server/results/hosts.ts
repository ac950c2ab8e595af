import { isLiteral, isPublic } from './public-address'

/** One entry of the list, with names as in `URL.hostname`. */
type Entry =
  | { type: 'below'; name: string } // https at 443, public
  | { type: 'name'; name: string } // https at 443, public
  | { type: 'operated'; name: string; port: string } // http or https, public or private

export type AllowedHosts = readonly Entry[]

/** A host and an optional port. */
const SPLIT = /^(\[[^\]]*\]|[^:[\]]+)(?::(.*))?$/
/** ASCII labels. */
const NAME = /^[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9][a-z0-9_-]*)*$/
const V6 = /^\[[0-9a-f:.]+\]$/

/**
 * Parses TENSORSLAB_RESULT_HOSTS, entries separated by commas.
 * `*.example.com`: public https hosts below it, but not itself. `example.com`: itself, public https.
 * `example.com:9000`, `10.0.0.5:80`, `[::1]:4010`: trusted by the operator; http or https, private or not.
 * @throws Error with a sentence that names the entry and what it should be
 */
export function parseHosts(text: string): AllowedHosts {
  return text.split(',').map((entry) => parseEntry(entry.trim().toLowerCase()))
}

function parseEntry(entry: string): Entry {
  if (entry === '') throw new Error('The list has an empty entry: separate host names with single commas.')
  if (entry.includes('/')) throw wrong(entry, 'is not a host: leave out the scheme and the path')
  const [, host = '', port] = SPLIT.exec(entry) ?? []
  if (host.includes('*')) return parseWildcard(entry, host, port)
  const name = canonical(host)
  if (name === null) throw wrong(entry, 'is not a host: write a name such as files.example.com')
  if (port !== undefined) return { type: 'operated', name, port: parsePort(entry, port) }
  if (isLiteral(name) ? !isPublic(name) : !name.includes('.')) {
    throw wrong(entry, 'is not a public host: write a private one with its port')
  }
  return { type: 'name', name }
}

function parseWildcard(entry: string, host: string, port: string | undefined): Entry {
  const name = canonical(host.replace(/^\*\./, ''))
  if (port !== undefined) throw wrong(entry, 'has a port: wildcards cover https on port 443 only')
  if (!host.startsWith('*.') || name === null || isLiteral(name)) {
    throw wrong(entry, 'is not a valid wildcard: write it as *.example.com')
  }
  if (!name.includes('.')) throw wrong(entry, 'is too broad: name at least a domain, as in *.example.com')
  return { type: 'below', name }
}

/** The host as in `URL.hostname`. null: not a host, or a number in disguise, such as 0x7f.1. */
function canonical(host: string): string | null {
  const address = `http://${host}/`
  if (!(NAME.test(host) || V6.test(host)) || !URL.canParse(address)) return null
  const { hostname } = new URL(address)
  return hostname === host || V6.test(host) ? hostname : null
}

function parsePort(entry: string, port: string): string {
  if (!/^[1-9]\d{0,4}$/.test(port) || Number(port) > 65_535)
    throw wrong(entry, 'needs a port from 1 to 65535')
  return port
}

const wrong = (entry: string, what: string) => new Error(`"${entry}" ${what}.`)
