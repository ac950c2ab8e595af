import {
  accountRecords,
  admissions,
  invitationRecords,
  linkRequestRecords,
  userRecords,
} from '@/lib/server/db'

/** Error codes in the sign-in page's URL when the company's provider accepts somebody and we don't. */
export const REFUSED = {
  unverified: 'email_not_verified',
  unstated: 'email_not_stated',
  notInvited: 'not_invited',
  ownerAsked: 'owner_asked',
} as const

/** Somebody's identity according to the company's provider. `unstated`: it doesn't say whether the address is verified. */
export type Arrival = {
  subject: string
  name: string
  email: string
  verified: boolean | 'unstated'
}

type Refusal = { error: (typeof REFUSED)[keyof typeof REFUSED] } | undefined

/**
 * Decides whether somebody whom the company's provider has authenticated may sign in: by an active account or by an invitation, and only
 * with a verified email address. If the person is already linked to another subject, an owner has to approve, because companies give
 * the addresses of leavers to others.
 * @param user the person whose account has this subject, if any
 */
export async function admittedByProvider(arrival: Arrival, user: string | undefined): Promise<Refusal> {
  const { email, verified } = arrival
  if (verified === 'unstated') return { error: REFUSED.unstated }
  if (!verified) return { error: REFUSED.unverified }
  const known = await (user === undefined ? userRecords.find('email', email) : userRecords.find('id', user))
  if (!known) return (await invitationRecords.isOpenFor(email)) ? undefined : { error: REFUSED.notInvited }
  if (known.ended_at !== null) return letBackIn(known.id, email)
  if (user !== undefined || !(await accountRecords.hasProvider(known.id))) return undefined
  await linkRequestRecords.ask(known.id, arrival)
  return { error: REFUSED.ownerAsked }
}

/** Readmits a former member who has a new invitation. */
const letBackIn = async (user: string, email: string): Promise<Refusal> =>
  (await admissions.letBackIn(user, email)) ? undefined : { error: REFUSED.notInvited }

/** Consumes the invitation just before better-auth stores a new person. @returns false when it is no longer valid */
export const newcomerArrives = (email: string): Promise<boolean> => admissions.useInvitationFor(email)
