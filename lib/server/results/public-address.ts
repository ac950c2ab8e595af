import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Where global unicast lives (RFC 4291). Outside of it ipaddr.js knows no name for ::7f00:1, which is ::127.0.0.1. */
const GLOBAL_V6: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]

const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1')

/** Whether a host, as `URL.hostname` writes it, is an IP address and no name. */
export const isLiteral = (host: string): boolean => isIP(bare(host)) !== 0

/**
 * Whether an IP address, v6 with or without brackets, can be anyone's on the internet. What leads elsewhere is not:
 * a v4 address inside a v6 one counts as itself, and 6to4, Teredo and NAT64 are refused with all that is reserved.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(bare(address))) return false
  const ip = ipaddr.process(bare(address))
  return ip.range() === 'unicast' && (ip instanceof ipaddr.IPv4 || ip.match(GLOBAL_V6))
}
