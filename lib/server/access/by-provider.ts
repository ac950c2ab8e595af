import { db } from '@/lib/server/store'
import { invitations } from './invitations'

/** What better-auth puts behind the sign-in page's address when the company's provider said yes and we say no. */
export const REFUSED = { unverified: 'email_not_verified', notInvited: 'not_invited' } as const

/**
 * Whether someone whom the company's provider knows belongs to this studio: by an account that has not been ended, or
 * by an invitation. That the address is theirs must have been shown to the provider.
 */
export async function admittedByProvider(
  address: string | undefined,
  verified: boolean,
): Promise<{ error: string } | undefined> {
  const email = address?.toLowerCase() ?? ''
  if (!verified) return { error: REFUSED.unverified }
  const database = await db()
  const person = await database.selectFrom('people').selectAll().where('email', '=', email).executeTakeFirst()
  if (person && person.ended_at === null) return undefined
  if (!(await invitations.isOpenFor(email))) return { error: REFUSED.notInvited }
  if (person) {
    await database.updateTable('people').set({ ended_at: null }).where('id', '=', person.id).execute()
    await invitations.dropFor(email)
  }
  return undefined
}

/** better-auth has made the account of someone who was invited. */
export const newcomerArrived = (email: string): Promise<void> => invitations.dropFor(email)
