import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** IPv6 global unicast (RFC 4291). Outside it, ipaddr.js has no range for addresses such as ::7f00:1, which is ::127.0.0.1. */
const GLOBAL_V6: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]

const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1')

/** True when a host, as in `URL.hostname`, is an IP address. */
export const isLiteral = (host: string): boolean => isIP(bare(host)) !== 0

/**
 * True when an IP address (IPv6 with or without brackets) is on the public internet. An IPv4-mapped IPv6 address counts as the IPv4
 * one; 6to4, Teredo, NAT64 and all reserved ranges are not public.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(bare(address))) return false
  const ip = ipaddr.process(bare(address))
  return ip.range() === 'unicast' && (ip instanceof ipaddr.IPv4 || ip.match(GLOBAL_V6))
}
