/** What answered in place of our server: a proxy, a firewall, a network's sign-in page. Sizes in bytes. */
export type Between =
  /** Of a request of this size, which never reached the server. */
  | { type: 'tooLarge'; bytes: number | null }
  /** Refused by a rule or for want of a sign-in. */
  | { type: 'blocked'; status: number }
  /** Too many requests. */
  | { type: 'limited'; status: number }
  /** It is there, and our server is not. */
  | { type: 'unavailable'; status: number }
  /** A page where data was expected, or a redirect to one. */
  | { type: 'page' }
  | { type: 'error'; status: number }

const BLOCKED = [401, 403, 407, 451]
/** The last ones are Cloudflare's. */
const UNAVAILABLE = [502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 530]

/**
 * What an answer that is not our server's is.
 * @param status 0: a redirect, which our API never sends
 * @param bytes size of the request's body; null if unknown
 */
export function betweenOf(status: number, bytes: number | null = null): Between {
  if (status === 413) return { type: 'tooLarge', bytes }
  if (BLOCKED.includes(status)) return { type: 'blocked', status }
  if (status === 429) return { type: 'limited', status }
  if (UNAVAILABLE.includes(status)) return { type: 'unavailable', status }
  return status < 400 ? { type: 'page' } : { type: 'error', status }
}

/** Whether the same request may have more luck a little later. */
export const mayPass = ({ type }: Between): boolean => type !== 'tooLarge' && type !== 'blocked'

/** A read that something else answered. */
export class BetweenError extends Error {
  constructor(readonly between: Between) {
    super(`Something in front of the server answered: ${between.type}.`)
  }
}
