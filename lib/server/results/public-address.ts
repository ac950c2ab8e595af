import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** IPv6 global unicast (RFC 4291). Outside it, ipaddr.js has no range for addresses such as ::7f00:1, which is ::127.0.0.1. */
const GLOBAL_V6: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]

const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1')

/** True when a host, as in `URL.hostname`, is an IP address. */
export const isLiteral = (host: string): boolean => isIP(bare(host)) !== 0

/**
 * True when an IP address (IPv6 with or without brackets) is on the public internet. An IPv4-mapped IPv6 address counts as the IPv4
 * one, and so does one within NAT64; 6to4, Teredo and all reserved ranges are not public.
 */
export function isPublic(address: string): boolean {
  const meant = meantBy(address)
  return meant.length > 0 && meant.every(isOnInternet)
}

/** Answered by proxy apps (Clash, Surge, sing-box) in place of every address, for connections that they intercept: RFC 2544's range. */
const FAKE: [ipaddr.IPv4, number] = [ipaddr.IPv4.parse('198.18.0.0'), 15]

/** True for a stand-in, which only leads somewhere on a machine or network whose connections a proxy app intercepts. */
export const isFake = (address: string): boolean =>
  meantBy(address).some((ip) => ip instanceof ipaddr.IPv4 && ip.match(FAKE))

const isOnInternet = (ip: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
  ip.range() === 'unicast' && (ip instanceof ipaddr.IPv4 || ip.match(GLOBAL_V6))

/** What an address stands for: itself, or the IPv4 addresses that it may carry. Empty for no address. */
function meantBy(address: string): (ipaddr.IPv4 | ipaddr.IPv6)[] {
  if (!ipaddr.isValid(bare(address))) return []
  const ip = ipaddr.process(bare(address))
  return (ip instanceof ipaddr.IPv6 && behindNat64(ip)) || [ip]
}

/** RFC 6052: the well-known prefix, with the IPv4 address in its last 32 bits. */
const NAT64: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('64:ff9b::'), 96]
/** RFC 8215: prefixes of a network's own, of any of the lengths below. */
const LOCAL_NAT64: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('64:ff9b:1::'), 48]

/** The bytes of the IPv4 address after prefixes of 48, 56 and 64 bits; byte 8 is always zero. */
const LAYOUTS = [
  [6, 7, 9, 10],
  [7, 9, 10, 11],
  [9, 10, 11, 12],
] as const

/**
 * The IPv4 addresses that a NAT64 address may stand for; undefined for other addresses. What follows the IPv4 address is zero, which
 * tells the last layout from the others; those can't be told from each other.
 */
function behindNat64(ip: ipaddr.IPv6): ipaddr.IPv4[] | undefined {
  const bytes = ip.toByteArray()
  if (ip.match(NAT64)) return [new ipaddr.IPv4(bytes.slice(12))]
  if (!ip.match(LOCAL_NAT64)) return undefined
  if (bytes.slice(13).some((byte) => byte !== 0)) return [new ipaddr.IPv4(bytes.slice(12))]
  return LAYOUTS.filter((layout) => bytes.slice(layout[3] + 1).every((byte) => byte === 0)).map(
    (layout) => new ipaddr.IPv4(layout.map((index) => bytes[index] ?? 0)),
  )
}
