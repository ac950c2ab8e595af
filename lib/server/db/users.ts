import { endWaysIn } from './admissions'
import { db } from './open'
import type { UserRow } from './team-tables'

/** Everybody who is or was here, in the order in which they came. */
async function list(): Promise<UserRow[]> {
  return (await db()).selectFrom('people').selectAll().orderBy('id').execute()
}

/** By id or e-mail address, also when they have left. */
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
 * Changes what a person may do. With `ended_at` their access ends: sessions, tokens, ways to sign in and links for their
 * address are gone in the same step.
 * @returns `last-owner`: nobody would own the studio any more, so nothing has changed; `absent`: there is nobody of this id
 */
async function change(id: string, change: UserChange): Promise<'changed' | 'last-owner' | 'absent'> {
  return (await db()).transaction().execute(async (tx) => {
    // Written as they are, so that they stand still meanwhile: two owners who end each other would leave none.
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

/** Who belongs to the studio. */
export const userRecords = { list, find, hasOwner, change }
