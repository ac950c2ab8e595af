import { db } from '@/lib/server/db/open'
import type { TokenRow, UserRow } from '@/lib/server/db/team-tables'

async function add(row: TokenRow): Promise<void> {
  await (await db()).insertInto('tokens').values(row).execute()
}

/** A person's tokens, newest first. */
async function listOf(user: string): Promise<TokenRow[]> {
  const query = (await db()).selectFrom('tokens').selectAll().where('person', '=', user)
  return query.orderBy('id', 'desc').execute()
}

/** @returns false when the person has no such token */
async function remove(id: string, user: string): Promise<boolean> {
  const query = (await db()).deleteFrom('tokens').where('id', '=', id).where('person', '=', user)
  return (await query.returning('id').executeTakeFirst()) !== undefined
}

type Holder = Pick<UserRow, 'id' | 'role'> & { token: string; last_used_at: string | null }

/** The owner of the token with this hash; undefined when there is none, or its owner has left. */
async function findHolder(hash: string): Promise<Holder | undefined> {
  return (await db())
    .selectFrom('tokens')
    .innerJoin('people', 'people.id', 'tokens.person')
    .select(['tokens.id as token', 'tokens.last_used_at', 'people.id', 'people.role'])
    .where('hash', '=', hash)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

async function noteUse(id: string, at: string): Promise<void> {
  await (await db()).updateTable('tokens').set({ last_used_at: at }).where('id', '=', id).execute()
}

/** API tokens. */
export const tokenRecords = { add, listOf, remove, findHolder, noteUse }
