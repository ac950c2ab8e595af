import {
  accountRecords,
  admissions,
  invitationRecords,
  linkRequestRecords,
  userRecords,
} from '@/lib/server/db'

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
export async function admittedByProvider(arrival: Arrival, user: string | undefined): Promise<Refusal> {
  const { email, verified } = arrival
  if (!verified) return { error: REFUSED.unverified }
  const known = await (user === undefined ? userRecords.find('email', email) : userRecords.find('id', user))
  if (!known) return (await invitationRecords.isOpenFor(email)) ? undefined : { error: REFUSED.notInvited }
  if (known.ended_at !== null) return letBackIn(known.id, email)
  if (user !== undefined || !(await accountRecords.hasProvider(known.id))) return undefined
  await linkRequestRecords.ask(known.id, arrival)
  return { error: REFUSED.ownerAsked }
}

/** Lets somebody whose access was ended in again, as their new invitation says. */
const letBackIn = async (user: string, email: string): Promise<Refusal> =>
  (await admissions.letBackIn(user, email)) ? undefined : { error: REFUSED.notInvited }

/** better-auth is about to write somebody down who was invited. @returns whether they still are */
export const newcomerArrives = (email: string): Promise<boolean> => admissions.useInvitationFor(email)
