import type { Transaction } from 'kysely'
import { db, type Tables } from '@/lib/server/store'
import { comeBack } from './come-in'
import { invitations } from './invitations'
import { askToLink } from './link-requests'

/** What better-auth puts behind the sign-in page's address when the company's provider said yes and we say no. */
export const REFUSED = {
  unverified: 'email_not_verified',
  notInvited: 'not_invited',
  ownerAsked: 'owner_asked',
} as const

/** Whom the company's provider says that someone is. */
export type Arrival = { subject: string; name: string; email: string; verified: boolean }

type Refusal = { error: (typeof REFUSED)[keyof typeof REFUSED] } | undefined

/**
 * Whether someone whom the company's provider knows belongs to this studio: by an account that has not been ended, or
 * by an invitation. That the address is theirs must have been shown to the provider. Where another subject of the
 * provider is that person already, an owner is asked: addresses are given to somebody new when people leave.
 * @param person whose account has this subject, if anybody's has
 */
export async function admittedByProvider(arrival: Arrival, person: string | undefined): Promise<Refusal> {
  const { email, verified } = arrival
  if (!verified) return { error: REFUSED.unverified }
  const query = (await db()).selectFrom('people').select(['id', 'ended_at'])
  const known = await query
    .where(person === undefined ? 'email' : 'id', '=', person ?? email)
    .executeTakeFirst()
  if (!known) return (await invitations.isOpenFor(email)) ? undefined : { error: REFUSED.notInvited }
  if (known.ended_at !== null) return letBackIn(known.id, email)
  if (person !== undefined || !(await hasAnother(known.id))) return undefined
  await askToLink(known.id, arrival)
  return { error: REFUSED.ownerAsked }
}

async function hasAnother(person: string): Promise<boolean> {
  const query = (await db()).selectFrom('accounts').select('id').where('person', '=', person)
  return (await query.where('provider', '!=', 'credential').executeTakeFirst()) !== undefined
}

/** Lets somebody whose access was ended in again, as their new invitation says. */
async function letBackIn(person: string, email: string): Promise<Refusal> {
  return (await db()).transaction().execute(async (tx) => {
    const owner = await tx.selectFrom('people').select('email').where('id', '=', person).executeTakeFirst()
    if (owner?.email !== email || !(await taken(tx, email))) return { error: REFUSED.notInvited }
    await comeBack(tx, person, 'member')
    return undefined
  })
}

const taken = async (tx: Transaction<Tables>, email: string): Promise<boolean> =>
  (await invitations.takeFor(tx, email)) !== undefined

/** better-auth is about to write somebody down who was invited. @returns whether they still are */
export const newcomerArrives = async (email: string): Promise<boolean> =>
  (await db()).transaction().execute((tx) => taken(tx, email))
