import type { Member } from '@/lib/client/member'
import { type AdmittedAt, oidc } from '@/lib/server/auth'

/** What a page knows of who has signed in; null where nobody does. */
export function memberOf(visitor: AdmittedAt<'member'>): Member | null {
  if (visitor.via !== 'session') return null
  const { id, name, email } = visitor
  return { id, name, email, provider: oidc.name() }
}
