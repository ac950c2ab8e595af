const DEFAULT = 10 // seconds, when the provider does not say
const MOST = 3_600

/** Seconds to wait, from a `Retry-After` header in either of its forms (RFC 9110): seconds or a date. */
export function retryAfterSeconds(header: string | null, now = Date.now()): number {
  if (header === null) return DEFAULT
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - now) / 1_000)
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), MOST) : DEFAULT
}
