import { Problem } from '@/lib/shared/problem'
import { checkHost, getPrincipal } from './current-user'
import { checkOrigin } from './origin'
import type { Principal, SignedIn } from './principal'
import { type Team, team } from './team'

/**
 * Access policies, and what a route knows of its caller under each. `member`: any member, also with a token; `signed-in`: only a
 * session on the page, for what a leaked token must not reach; `owner`: a signed-in owner; `keeper`: who looks after the studio, a
 * signed-in owner or its single local user; `anyone`: people about to join or sign in.
 */
type Admitted = {
  member: Principal
  'signed-in': SignedIn
  owner: SignedIn
  keeper: Principal
  anyone: null
}
export type Access = keyof Admitted

const ACCESS: { [D in Access]: (method: string, headers: Headers) => Promise<Admitted[D]> } = {
  member,
  'signed-in': signedIn,
  owner,
  keeper: (method, headers) => (team() ? owner(method, headers) : member(method, headers)),
  async anyone(method, headers) {
    const mode = requireTeam()
    checkHost(headers)
    checkOrigin(method, headers, mode.origin, false)
    return null
  },
}

/**
 * Authorizes one request: checks its host, its origin and its principal.
 * @throws Problem forbidden | unauthenticated; not_found where sign-in isn't set up but the policy needs it
 */
export const admit = <D extends Access>(access: D, method: string, headers: Headers): Promise<Admitted[D]> =>
  ACCESS[access](method, headers)

export type AdmittedAt<D extends Access> = Admitted[D]

async function member(method: string, headers: Headers): Promise<Principal> {
  const principal = await getPrincipal(headers)
  const own = team()?.origin ?? `http://${headers.get('host')}`
  // Browsers attach the cookie whichever site makes the request, so Origin must be checked (CSRF).
  checkOrigin(method, headers, own, principal?.via !== 'session')
  if (principal) return principal
  throw new Problem(
    'unauthenticated',
    'Sign in on the page, or send one of your API tokens as “Authorization: Bearer prl_…” and no other credentials.',
  )
}

async function signedIn(method: string, headers: Headers): Promise<SignedIn> {
  requireTeam()
  const principal = await member(method, headers)
  if (principal.via === 'session') return principal
  throw new Problem('forbidden', 'API tokens can’t do that. Sign in on the page.')
}

async function owner(method: string, headers: Headers): Promise<SignedIn> {
  const principal = await signedIn(method, headers)
  if (principal.role !== 'owner') throw new Problem('forbidden', 'Only owners can do that.')
  return principal
}

function requireTeam(): Team {
  const mode = team()
  if (mode) return mode
  throw new Problem('not_found', 'Sign-in isn’t set up here: the studio has a single local user.')
}
