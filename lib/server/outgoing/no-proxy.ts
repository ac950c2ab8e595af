import ipaddr from 'ipaddr.js'

const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1')

const addressOf = (host: string): ipaddr.IPv4 | ipaddr.IPv6 | null =>
  ipaddr.isValid(bare(host)) ? ipaddr.process(bare(host)) : null

/**
 * Whether NO_PROXY excepts a host, as curl reads it: names separated by commas or spaces, each with all names below it and with or
 * without a leading dot or `*.`; addresses, also in CIDR notation; `*` for every host. An entry with a port is for that port alone.
 * @param hostname as in `URL.hostname`
 */
export function isExcepted(noProxy: string, hostname: string, port: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '')
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => entry === '*' || (entry !== '' && matches(entry, host, port)))
}

function matches(entry: string, host: string, port: string): boolean {
  const [name, only] = split(entry)
  if (only !== undefined && only !== port) return false
  const address = addressOf(host)
  if (address) return matchesAddress(name, address)
  const domain = name.replace(/^\*?\./, '').replace(/\.$/, '')
  return domain !== '' && (host === domain || host.endsWith(`.${domain}`))
}

/** The host of an entry, and its port. An IPv6 address has a port only after brackets. */
function split(entry: string): [name: string, port: string | undefined] {
  const [, name = entry, port] = /^(\[[^\]]*\]|[^:]*):(\d+)$/.exec(entry) ?? []
  return [name, port]
}

function matchesAddress(name: string, address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  const same = addressOf(name)
  if (same) return same.toNormalizedString() === address.toNormalizedString()
  if (!ipaddr.isValidCIDR(bare(name))) return false
  const [network, bits] = ipaddr.parseCIDR(bare(name))
  return network.kind() === address.kind() && address.match(network, bits)
}
