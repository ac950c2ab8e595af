import type { Transaction } from 'kysely'
import { ulid } from 'ulid'
import type { TokensAfter } from '@/lib/shared/team'
import type { Role } from '@/lib/shared/user'
import { takeInvitation, takeInvitationFor } from './invitations'
import { db } from './open'
import type { Tables } from './tables'

type Newcomer = { name: string; email: string; role: Role; passwordHash: string; tokens: TokensAfter }

/**
 * Writes a person down with a password, in the form that better-auth reads. Who is here already gets the new name and
 * password and keeps their role; every session of theirs ends, for whoever needs a new password may have lost the old
 * one, and with `tokens` of `revoke` every token. Who was here comes back with `role` and nothing of before.
 * @returns their id
 */
async function acceptInvitation(
  tx: Transaction<Tables>,
  { name, email, role, passwordHash, tokens }: Newcomer,
): Promise<string> {
  const now = new Date().toISOString()
  const times = { created_at: now, updated_at: now }
  const { id, ended_at } = await tx
    .insertInto('people')
    .values({ id: ulid(), name, email, email_verified: 1, image: null, role, ended_at: null, ...times })
    .onConflict((conflict) =>
      conflict.column('email').doUpdateSet({ name, email_verified: 1, updated_at: now }),
    )
    .returning(['id', 'ended_at'])
    .executeTakeFirstOrThrow()
  if (ended_at !== null) await comeBack(tx, id, role)
  await tx.deleteFrom('sessions').where('person', '=', id).execute()
  if (tokens === 'revoke') await tx.deleteFrom('tokens').where('person', '=', id).execute()
  await tx
    .insertInto('accounts')
    .values({ id: ulid(), person: id, provider: 'credential', subject: id, password: passwordHash, ...times })
    .onConflict((conflict) =>
      conflict.columns(['provider', 'subject']).doUpdateSet({ password: passwordHash, updated_at: now }),
    )
    .execute()
  return id
}

/** What lets a person in. */
const WAYS_IN = ['sessions', 'tokens', 'accounts', 'link_requests'] as const

/** Ends every way in that a person has. */
export async function endWaysIn(tx: Transaction<Tables>, user: string): Promise<void> {
  for (const table of WAYS_IN) await tx.deleteFrom(table).where('person', '=', user).execute()
}

/**
 * Lets somebody whose access was ended in again, with this role. What was made for them while it was being ended (a
 * session, a token, a way to sign in) goes: it must not come back to life.
 */
async function comeBack(tx: Transaction<Tables>, user: string, role: Role): Promise<void> {
  await endWaysIn(tx, user)
  const now = new Date().toISOString()
  await tx
    .updateTable('people')
    .set({ ended_at: null, role, updated_at: now })
    .where('id', '=', user)
    .execute()
}

/** Keeps the hash of the code that makes the first owner, in place of the one before; null: there is none any more. */
async function keepSetupCode(hash: string | null): Promise<void> {
  await (await db()).transaction().execute(async (tx) => {
    await tx.deleteFrom('setup_codes').execute()
    if (hash !== null) await tx.insertInto('setup_codes').values({ hash }).execute()
  })
}

async function isSetupCode(hash: string): Promise<boolean> {
  const query = (await db()).selectFrom('setup_codes').select('hash').where('hash', '=', hash)
  return (await query.executeTakeFirst()) !== undefined
}

type Named = Pick<Newcomer, 'name' | 'passwordHash'>

/**
 * Uses up a set-up code, and makes its user the owner of all that was made before people signed in.
 * @param before whose that was
 * @returns their id; undefined where the code was used meanwhile
 */
async function setUpOwner(
  hash: string,
  newcomer: Named & Pick<Newcomer, 'email'>,
  before: string,
): Promise<string | undefined> {
  return (await db()).transaction().execute(async (tx) => {
    const query = tx.deleteFrom('setup_codes').where('hash', '=', hash)
    if (!(await query.returning('hash').executeTakeFirst())) return undefined
    const id = await acceptInvitation(tx, { ...newcomer, role: 'owner', tokens: 'revoke' })
    await tx.updateTable('people').set({ role: 'owner' }).where('id', '=', id).execute()
    await handOver(tx, before, id)
    return id
  })
}

/** Gives all that was one person's to another, who has nothing yet. */
async function handOver(tx: Transaction<Tables>, from: string, to: string): Promise<void> {
  for (const table of ['generations', 'images', 'uses', 'limits', 'deletions', 'spent_keys'] as const) {
    await tx.updateTable(table).set({ person: to }).where('person', '=', from).execute()
  }
}

/** Uses up an invitation. @returns the id of who came in; undefined where it lets nobody in any more */
async function joinBy(hash: string, newcomer: Named & Pick<Newcomer, 'tokens'>): Promise<string | undefined> {
  return (await db()).transaction().execute(async (tx) => {
    const used = await takeInvitation(tx, hash)
    return used && acceptInvitation(tx, { ...newcomer, email: used.email, role: 'member' })
  })
}

/** Lets somebody who has left back in, as an invitation for their address says. @returns whether there is one */
async function letBackIn(user: string, email: string): Promise<boolean> {
  return (await db()).transaction().execute(async (tx) => {
    const known = await tx.selectFrom('people').select('email').where('id', '=', user).executeTakeFirst()
    if (known?.email !== email || !(await takeInvitationFor(tx, email))) return false
    await comeBack(tx, user, 'member')
    return true
  })
}

/** Uses up whatever invitation there is for an address. @returns whether there is one */
const useInvitationFor = async (email: string): Promise<boolean> =>
  (await db()).transaction().execute(async (tx) => (await takeInvitationFor(tx, email)) !== undefined)

/** How people come in for the first time, or again. */
export const admissions = { keepSetupCode, isSetupCode, setUpOwner, joinBy, letBackIn, useInvitationFor }
