import { Problem } from '@/lib/shared/problem'

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses a state-changing call that another site's page makes in this browser. A call without Origin comes from
 * a script or curl, not from a page.
 * @throws Problem forbidden
 */
export function checkOrigin(method: string, headers: Headers): void {
  if (SAFE.includes(method)) return
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  const own = origin === null || origin === `http://${headers.get('host')}`
  const near = site === null || site === 'same-origin' || site === 'none'
  if (own && near) return
  throw new Problem(
    'forbidden',
    'Calls that change something are taken only from the studio’s own page or from scripts.',
  )
}
