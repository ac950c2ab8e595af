import type { Kysely, Transaction } from 'kysely'
import { db } from '@/lib/server/db/open'
import type { Tables } from '@/lib/server/db/tables'
import type { InvitationRow } from '@/lib/server/db/team-tables'

/** Stores an invitation, replacing an earlier one for the address. @returns the id of the current member with that address */
async function add(row: Omit<InvitationRow, 'person'>): Promise<string | null> {
  const { email, ...changed } = row
  const { person: user } = await (await db())
    .insertInto('invitations')
    .values(({ selectFrom }) => ({
      ...row,
      person: selectFrom('people').select('id').where('email', '=', email).where('ended_at', 'is', null),
    }))
    .onConflict((conflict) =>
      conflict.column('email').doUpdateSet(({ ref }) => ({ ...changed, person: ref('excluded.person') })),
    )
    .returning('person')
    .executeTakeFirstOrThrow()
  return user
}

/**
 * Valid invitations. One made for a current member is a link for a new password and expires with their access, even when both
 * happen concurrently.
 */
const open = (database: Kysely<Tables>) =>
  database
    .selectFrom('invitations')
    .selectAll()
    .where('expires_at', '>', new Date().toISOString())
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('person', 'is', null),
        eb('person', 'in', selectFrom('people').select('people.id').where('ended_at', 'is', null)),
      ]),
    )

/** Valid invitations, newest first. */
async function listOpen(): Promise<InvitationRow[]> {
  const query = open(await db())
  return query.orderBy('created_at', 'desc').execute()
}

/** @returns false when there is no such invitation */
async function remove(id: string): Promise<boolean> {
  const query = (await db()).deleteFrom('invitations').where('id', '=', id)
  return (await query.returning('id').executeTakeFirst()) !== undefined
}

/** Finds an invitation by the hash of its code; undefined when it is used, revoked, expired or unknown. */
async function findOpen(hash: string): Promise<InvitationRow | undefined> {
  const query = open(await db())
  return query.where('hash', '=', hash).executeTakeFirst()
}

async function isOpenFor(email: string): Promise<boolean> {
  const query = open(await db())
  return (await query.where('email', '=', email).executeTakeFirst()) !== undefined
}

/** Consumes the invitation with this code hash. @returns undefined when it is no longer valid */
export async function takeInvitation(
  tx: Transaction<Tables>,
  hash: string,
): Promise<InvitationRow | undefined> {
  const found = await tx.selectFrom('invitations').select('email').where('hash', '=', hash).executeTakeFirst()
  return found && taken(tx, found.email, (query) => query.where('hash', '=', hash))
}

/** Consumes an address's invitation. @returns undefined when there is none */
export const takeInvitationFor = (
  tx: Transaction<Tables>,
  email: string,
): Promise<InvitationRow | undefined> => taken(tx, email, (query) => query)

/**
 * Locks the person first, by a no-op update, then the invitation: ending access locks in the same order, which rules out a
 * deadlock.
 */
async function taken(
  tx: Transaction<Tables>,
  email: string,
  narrow: (query: ReturnType<typeof open>) => ReturnType<typeof open>,
): Promise<InvitationRow | undefined> {
  await tx
    .updateTable('people')
    .set((row) => ({ email: row.ref('email') }))
    .where('email', '=', email)
    .execute()
  const found = await narrow(open(tx).where('email', '=', email)).executeTakeFirst()
  return (
    found && tx.deleteFrom('invitations').where('hash', '=', found.hash).returningAll().executeTakeFirst()
  )
}

/** Invitations, found by the hash of their code. */
export const invitationRecords = { add, listOpen, remove, findOpen, isOpenFor }
