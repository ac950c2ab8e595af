import type { Member } from '@/lib/client/member'
import { type AdmittedAt, oidc } from '@/lib/server/auth'

/** What a page knows of who has signed in; null where nobody does. */
export function memberOf(principal: AdmittedAt<'member'>): Member | null {
  if (principal.via !== 'session') return null
  const { id, name, email } = principal
  return { id, name, email, provider: oidc.name() }
}
