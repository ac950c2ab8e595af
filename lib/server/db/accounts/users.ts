import { db } from '@/lib/server/db/open'
import type { UserRow } from '@/lib/server/db/team-tables'
import { endWaysIn } from './admissions'

/** Current and former members, in the order in which they joined. */
async function list(): Promise<UserRow[]> {
  return (await db()).selectFrom('people').selectAll().orderBy('id').execute()
}

/** Finds a person by id or email address, including former members. */
async function find(
  by: 'id' | 'email',
  value: string,
): Promise<Pick<UserRow, 'id' | 'ended_at'> | undefined> {
  const query = (await db()).selectFrom('people').select(['id', 'ended_at'])
  return query.where(by, '=', value).executeTakeFirst()
}

async function hasOwner(): Promise<boolean> {
  const query = (await db()).selectFrom('people').select('id').where('role', '=', 'owner')
  return (await query.where('ended_at', 'is', null).limit(1).executeTakeFirst()) !== undefined
}

type UserChange = Pick<UserRow, 'role'> & { ended_at?: string }

/**
 * Changes a person's role. With `ended_at`, ends their access: the same transaction deletes their sessions, tokens, accounts and
 * invitations for their address.
 * @returns `last-owner`: they are the last owner, so nothing was changed; `absent`: no current member has this id
 */
async function change(id: string, change: UserChange): Promise<'changed' | 'last-owner' | 'absent'> {
  return (await db()).transaction().execute(async (tx) => {
    // A no-op update locks all owners: two owners who end each other's access would leave none.
    const owners = await tx
      .updateTable('people')
      .set((row) => ({ role: row.ref('role') }))
      .where('role', '=', 'owner')
      .where('ended_at', 'is', null)
      .returning('id')
      .execute()
    const stays = change.role === 'owner'
    if (owners.length === 1 && owners[0]?.id === id && !stays) return 'last-owner'
    const changed = await tx
      .updateTable('people')
      .set({ ...change, updated_at: new Date().toISOString() })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returning('email')
      .executeTakeFirst()
    if (!changed) return 'absent'
    if (change.ended_at === undefined) return 'changed'
    await endWaysIn(tx, id)
    await tx.deleteFrom('invitations').where('email', '=', changed.email).execute()
    return 'changed'
  })
}

/** @returns whether there is a current member with this id */
async function rename(id: string, name: string): Promise<boolean> {
  const renamed = await (await db())
    .updateTable('people')
    .set({ name, updated_at: new Date().toISOString() })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return renamed.numUpdatedRows > 0
}

/** Current and former members. */
export const userRecords = { list, find, hasOwner, change, rename }
