import { isSameOrigin } from '@/lib/server/host'
import { Problem } from '@/lib/shared/problem'

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses state-changing requests from other sites' pages (CSRF).
 * @param own the accepted origin
 * @param unstated whether Origin may be missing: browsers always send it, so such a request comes from a script
 * @throws Problem forbidden
 */
export function checkOrigin(method: string, headers: Headers, own: string, unstated: boolean): void {
  if (SAFE.includes(method)) return
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  const isSameSite = site === null || site === 'same-origin' || site === 'none'
  if (isSameSite && (origin === null ? unstated : isSameOrigin(origin, own))) return
  throw new Problem(
    'forbidden',
    'Changes are accepted only from the studio’s own page, or from scripts; in team mode, these need an API token.',
  )
}
