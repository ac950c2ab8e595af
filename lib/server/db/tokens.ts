import { db } from './open'
import type { TokenRow, UserRow } from './team-tables'

async function add(row: TokenRow): Promise<void> {
  await (await db()).insertInto('tokens').values(row).execute()
}

/** A person's tokens, newest first. */
async function listOf(user: string): Promise<TokenRow[]> {
  const query = (await db()).selectFrom('tokens').selectAll().where('person', '=', user)
  return query.orderBy('id', 'desc').execute()
}

/** @returns whether the person had it */
async function remove(id: string, user: string): Promise<boolean> {
  const query = (await db()).deleteFrom('tokens').where('id', '=', id).where('person', '=', user)
  return (await query.returning('id').executeTakeFirst()) !== undefined
}

type Holder = Pick<UserRow, 'id' | 'role'> & { token: string; last_used_at: string | null }

/** Whose token has this hash; undefined when it is nobody's, or that of somebody who has left. */
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

/** What lets a person's scripts in. */
export const tokenRecords = { add, listOf, remove, findHolder, noteUse }
