import type { Transaction } from 'kysely'
import { ulid } from 'ulid'
import { db } from '@/lib/server/db/open'
import type { Tables } from '@/lib/server/db/tables'
import type { TokensAfter } from '@/lib/shared/team'
import type { Role } from '@/lib/shared/user'
import { takeInvitation, takeInvitationFor } from './invitations'

type Newcomer = { name: string; email: string; role: Role; passwordHash: string; tokens: TokensAfter }

/**
 * Adds a person with a password, in the form that better-auth reads. Somebody already here gets the new name and password and
 * keeps their role; all their sessions end, since whoever needs a new password may have lost the old one, and with `tokens`
 * set to `revoke` all tokens go too. A former member returns with `role` and none of their earlier access.
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

/** Tables whose rows grant access. */
const WAYS_IN = ['sessions', 'tokens', 'accounts', 'link_requests'] as const

/** Deletes everything that gives a person access. */
export async function endWaysIn(tx: Transaction<Tables>, user: string): Promise<void> {
  for (const table of WAYS_IN) await tx.deleteFrom(table).where('person', '=', user).execute()
}

/**
 * Restores access for a former member, with this role. Deletes anything created while their access was being ended (a session, a
 * token, an account), which must not become valid again.
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

/** Stores the hash of the setup code for the first owner, replacing an earlier one; null removes it. */
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
 * Consumes a setup code and makes its user the owner of everything created before accounts existed.
 * @param before id under which that was stored
 * @returns the owner's id; undefined when the code has been used meanwhile
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

/** Transfers everything from one person to another, who has nothing yet. */
async function handOver(tx: Transaction<Tables>, from: string, to: string): Promise<void> {
  for (const table of [
    'generations',
    'generation_tags',
    'batches',
    'images',
    'uses',
    'limits',
    'deletions',
    'spent_keys',
    'presets',
    'prices',
  ] as const) {
    await tx.updateTable(table).set({ person: to }).where('person', '=', from).execute()
  }
}

/** Consumes an invitation. @returns the new member's id; undefined when the invitation is no longer valid */
async function joinBy(hash: string, newcomer: Named & Pick<Newcomer, 'tokens'>): Promise<string | undefined> {
  return (await db()).transaction().execute(async (tx) => {
    const used = await takeInvitation(tx, hash)
    return used && acceptInvitation(tx, { ...newcomer, email: used.email, role: 'member' })
  })
}

/** Readmits a former member who has an invitation for their address. @returns false when there is none */
async function letBackIn(user: string, email: string): Promise<boolean> {
  return (await db()).transaction().execute(async (tx) => {
    const known = await tx.selectFrom('people').select('email').where('id', '=', user).executeTakeFirst()
    if (known?.email !== email || !(await takeInvitationFor(tx, email))) return false
    await comeBack(tx, user, 'member')
    return true
  })
}

/** Consumes an address's invitation. @returns false when there is none */
const useInvitationFor = async (email: string): Promise<boolean> =>
  (await db()).transaction().execute(async (tx) => (await takeInvitationFor(tx, email)) !== undefined)

/** Setup, joining and returning. */
export const admissions = { keepSetupCode, isSetupCode, setUpOwner, joinBy, letBackIn, useInvitationFor }
