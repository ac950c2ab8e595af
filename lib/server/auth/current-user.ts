import { isOwnHost, ownAddress } from '@/lib/server/host'
import { noteWrongHost } from '@/lib/server/wrong-host'
import { Problem } from '@/lib/shared/problem'
import { auth } from './auth'
import type { Principal, SignedIn } from './principal'
import { team } from './team'
import { tokenIn, userOfToken } from './tokens'
import { unlessAway } from './unless-database-away'

/**
 * Refuses requests for another host (lib/server/host.ts).
 * @throws Problem forbidden
 */
export function checkHost(headers: Headers): void {
  const host = headers.get('host')
  if (isOwnHost(host)) return
  noteWrongHost(host)
  throw new Problem(
    'forbidden',
    team()
      ? `This studio is only available at ${ownAddress()}. A proxy in front of it must pass on the Host header.`
      : `This studio is only available on the machine it runs on, at ${ownAddress()}.`,
  )
}

/**
 * The principal of a request; null for none. A request with a token of ours is judged by the token alone; a wrong token, or a token
 * together with a session cookie, gives no principal. Any other Authorization header is none of our business.
 * @throws Problem forbidden when the request is for another host
 */
export async function getPrincipal(headers: Headers): Promise<Principal | null> {
  checkHost(headers)
  if (!team()) return { id: 'local', role: 'owner', via: 'machine' }
  const token = tokenIn(headers.get('authorization'))
  if (token === undefined) return signedIn(headers)
  if (hasSessionCookie(headers)) return null
  const user = await userOfToken(token)
  return user ? { ...user, via: 'token' } : null
}

const hasSessionCookie = (headers: Headers): boolean =>
  /(^|;\s*)(__Secure-)?promptreel\.session_token=/.test(headers.get('cookie') ?? '')

async function signedIn(headers: Headers): Promise<SignedIn | null> {
  if (!hasSessionCookie(headers)) return null
  const { api } = await auth()
  const found = await unlessAway(() => api.getSession({ headers }))
  if (!found || found.user.endedAt) return null
  const { id, name, email, role } = found.user
  return {
    id,
    name,
    email,
    role: role === 'owner' ? 'owner' : 'member',
    via: 'session',
    session: found.session.id,
  }
}
