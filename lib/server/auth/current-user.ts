import { isLoopback } from '@/lib/server/config.js'
import { Problem } from '@/lib/shared/problem'
import { auth } from './auth'
import type { Principal, SignedIn } from './principal'
import { type Team, team } from './team'
import { userOfToken } from './tokens'
import { unlessAway } from './unless-database-away'

/** The name in a Host header, without port and brackets. */
const hostName = (host: string): string => host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')

/**
 * A page elsewhere that points its own name here (DNS rebinding) still sends that name as Host, and is turned away
 * by it. A studio for several answers under its own name alone.
 * @throws Problem forbidden
 */
export function checkHost(headers: Headers, mode: Team | null): void {
  const host = headers.get('host')?.toLowerCase() ?? ''
  if (mode ? host === mode.host : isLoopback(hostName(host))) return
  throw new Problem(
    'forbidden',
    mode
      ? `This studio is only available at ${mode.origin}.`
      : 'This studio is only available on the machine it runs on, for example at http://127.0.0.1:3000.',
  )
}

/**
 * Who is asking; null for somebody whom nothing speaks for. Whoever shows a token is judged by it alone, and two
 * that speak for different people, or a wrong one, speak for nobody.
 * @throws Problem forbidden when the call is for another host
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
