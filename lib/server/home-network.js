// In JavaScript, because config.js uses it.
import ipaddr from 'ipaddr.js'

/** Ranges of ipaddr.js that no address on the internet is in: 10/8, 172.16/12, 192.168/16; 100.64/10; 169.254/16, fe80::/10; fc00::/7. */
const RANGES = ['private', 'carrierGradeNat', 'linkLocal', 'uniqueLocal']

/** Names that the internet's DNS doesn't know: .local (RFC 6762), .home.arpa (RFC 8375), .internal, and what routers make up. */
const LOCAL_NAME = /\.(local|lan|home\.arpa|internal)$/

/**
 * True when a host of a URL can only be in a private network, such as at home: a private address, a name that the internet doesn't
 * know, or a name without a dot.
 * @param {string} hostname as `URL.hostname` has it
 */
export function isInHomeNetwork(hostname) {
  const name = hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')
  if (ipaddr.isValid(name)) return RANGES.includes(ipaddr.process(name).range())
  return !name.includes('.') || LOCAL_NAME.test(name)
}
