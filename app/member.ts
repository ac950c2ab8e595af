import type { Member } from '@/lib/client/member'
import { type AdmittedAt, oidc } from '@/lib/server/auth'

/** The signed-in user as far as the page needs it; null without sign-in. */
export function memberOf(principal: AdmittedAt<'member'>): Member | null {
  if (principal.via !== 'session') return null
  const { id, name, email, role } = principal
  return { id, name, email, role, provider: oidc.name() }
}
