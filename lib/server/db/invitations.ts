import type { Kysely, Transaction } from 'kysely'
import { db } from './open'
import type { Tables } from './tables'
import type { InvitationRow } from './team-tables'

/** Writes an invitation down in place of an earlier one for the address. @returns who of the studio has that address */
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
 * Those that still let somebody in. One that was made for somebody who was here is a link for a new password, and ends
 * with their access, also when both happened at once.
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

/** Invitations that nobody has used yet, newest first. */
async function listOpen(): Promise<InvitationRow[]> {
  const query = open(await db())
  return query.orderBy('created_at', 'desc').execute()
}

/** @returns whether there was one */
async function remove(id: string): Promise<boolean> {
  const query = (await db()).deleteFrom('invitations').where('id', '=', id)
  return (await query.returning('id').executeTakeFirst()) !== undefined
}

/** By the hash of its code; undefined when it was used or taken back, is too old, or never was one. */
async function findOpen(hash: string): Promise<InvitationRow | undefined> {
  const query = open(await db())
  return query.where('hash', '=', hash).executeTakeFirst()
}

async function isOpenFor(email: string): Promise<boolean> {
  const query = open(await db())
  return (await query.where('email', '=', email).executeTakeFirst()) !== undefined
}

/** Uses up the invitation whose code has this hash. @returns undefined where it lets nobody in any more */
export async function takeInvitation(
  tx: Transaction<Tables>,
  hash: string,
): Promise<InvitationRow | undefined> {
  const found = await tx.selectFrom('invitations').select('email').where('hash', '=', hash).executeTakeFirst()
  return found && taken(tx, found.email, (query) => query.where('hash', '=', hash))
}

/** Uses up whatever invitation there is for an address. @returns undefined where there is none */
export const takeInvitationFor = (
  tx: Transaction<Tables>,
  email: string,
): Promise<InvitationRow | undefined> => taken(tx, email, (query) => query)

/**
 * The person first, written as they are so that they stand still, then the invitation: ending somebody's access takes
 * them in the same order, so that neither waits for the other in a ring.
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

/** Links by which people come in, by the hashes of their codes. */
export const invitationRecords = { add, listOpen, remove, findOpen, isOpenFor }
