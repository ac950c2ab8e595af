import { isLoopback } from '@/lib/server/config.js'
import { BASE_PATH } from '@/lib/shared/base-path'
import { Problem } from '@/lib/shared/problem'
import { auth } from './auth'
import type { Principal, SignedIn } from './principal'
import { type Team, team } from './team'
import { userOfToken } from './tokens'
import { unlessAway } from './unless-database-away'

/** The host name in a Host header, without port and brackets. */
const hostName = (host: string): string => host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')

/**
 * Refuses requests for another host. A page that points its own name here (DNS rebinding) still sends that name as Host. In team
 * mode, only the configured name is accepted.
 * @throws Problem forbidden
 */
export function checkHost(headers: Headers, mode: Team | null): void {
  const host = headers.get('host')?.toLowerCase() ?? ''
  if (mode ? host === mode.host : isLoopback(hostName(host))) return
  throw new Problem(
    'forbidden',
    mode
      ? `This studio is only available at ${mode.address}.`
      : `This studio is only available on the machine it runs on, for example at http://127.0.0.1:3000${BASE_PATH}.`,
  )
}

/**
 * The principal of a request; null for none. A request with a token is judged by the token alone; a wrong token, or a token together
 * with a session cookie, gives no principal.
 * @throws Problem forbidden when the request is for another host
 */
export async function getPrincipal(headers: Headers): Promise<Principal | null> {
  const mode = team()
  checkHost(headers, mode)
  if (!mode) return { id: 'local', role: 'owner', via: 'machine' }
  const authorization = headers.get('authorization')
  if (authorization === null) return signedIn(headers)
  if (hasSessionCookie(headers)) return null
  const user = await userOfToken(/^Bearer (\S+)$/.exec(authorization)?.[1] ?? '')
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
