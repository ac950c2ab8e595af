const DEFAULT = 10 // seconds, when the provider does not say
const MAX = 3_600 // seconds

/** Seconds to wait according to a `Retry-After` header, given as seconds or as a date (RFC 9110). */
export function retryAfterSeconds(header: string | null, now = Date.now()): number {
  if (header === null) return DEFAULT
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - now) / 1_000)
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), MAX) : DEFAULT
}
