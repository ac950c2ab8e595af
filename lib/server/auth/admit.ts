import { Problem } from '@/lib/shared/problem'
import { checkHost, whoAsks } from './current-user'
import { checkOrigin } from './origin'
import type { SignedIn, Visitor } from './principal'
import { type Team, team } from './team'

/**
 * Whom each door lets in, and what it knows of them then. `member`: everybody who belongs here, also by a token;
 * `signed-in`: at the page only, for what a leaked token must not reach; `anyone`: those who are about to come in.
 */
type Admitted = { member: Visitor; 'signed-in': SignedIn; owner: SignedIn; anyone: null }
export type Door = keyof Admitted

const DOORS: { [D in Door]: (method: string, headers: Headers) => Promise<Admitted[D]> } = {
  member,
  'signed-in': signedIn,
  async owner(method, headers) {
    const visitor = await signedIn(method, headers)
    if (visitor.role !== 'owner') throw new Problem('forbidden', 'Only owners can do that.')
    return visitor
  },
  async anyone(method, headers) {
    const mode = onlyInTeams()
    checkHost(headers, mode)
    checkOrigin(method, headers, mode.origin, false)
    return null
  },
}

/**
 * Decides about one call: for which host, from which page, by whom.
 * @throws Problem forbidden | unauthenticated; not_found where nobody signs in and the door is for those who do
 */
export const admit = <D extends Door>(door: D, method: string, headers: Headers): Promise<Admitted[D]> =>
  DOORS[door](method, headers)

export type AdmittedAt<D extends Door> = Admitted[D]

async function member(method: string, headers: Headers): Promise<Visitor> {
  const visitor = await whoAsks(headers)
  const own = team()?.origin ?? `http://${headers.get('host')}`
  // A cookie comes along by itself, whoever makes the browser call; only Origin tells who did.
  checkOrigin(method, headers, own, visitor?.via !== 'session')
  if (visitor) return visitor
  throw new Problem(
    'unauthenticated',
    'Sign in on the page, or send one of your API tokens as “Authorization: Bearer prl_…” and no other credentials.',
  )
}

async function signedIn(method: string, headers: Headers): Promise<SignedIn> {
  onlyInTeams()
  const visitor = await member(method, headers)
  if (visitor.via === 'session') return visitor
  throw new Problem('forbidden', 'API tokens can’t do that. Sign in on the page.')
}

function onlyInTeams(): Team {
  const mode = team()
  if (mode) return mode
  throw new Problem('not_found', 'Sign-in isn’t set up here: the studio has a single local user.')
}
