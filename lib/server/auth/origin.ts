import { Problem } from '@/lib/shared/problem'

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses a state-changing call that another site's page makes in this browser.
 * @param own the one origin that is taken
 * @param silent whether a call may come without Origin: browsers send it always, so such a call is a script's
 * @throws Problem forbidden
 */
export function checkOrigin(method: string, headers: Headers, own: string, unstated: boolean): void {
  if (SAFE.includes(method)) return
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  const near = site === null || site === 'same-origin' || site === 'none'
  if (near && (origin === null ? unstated : origin === own)) return
  throw new Problem(
    'forbidden',
    'Changes are accepted only from the studio’s own page, or from scripts; in team mode, these need an API token.',
  )
}
