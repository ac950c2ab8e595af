import type { Kysely } from 'kysely'
import type { TokensAfter } from '@/lib/shared/team'
import { db } from './open'
import type { Tables } from './tables'
import type { SessionRow } from './team-tables'

/** The hash of the password that goes with an e-mail address. */
async function passwordFor(email: string): Promise<string | undefined> {
  const query = (await db()).selectFrom('accounts').innerJoin('people', 'people.id', 'accounts.person')
  const found = await query
    .select('accounts.password')
    .where('people.email', '=', email)
    .where('accounts.provider', '=', 'credential')
    .executeTakeFirst()
  return found?.password ?? undefined
}

/** The hash of a person's password; null when they have none. */
async function passwordOf(user: string): Promise<string | null> {
  const query = (await db()).selectFrom('accounts').select('password').where('provider', '=', 'credential')
  return (await query.where('person', '=', user).executeTakeFirst())?.password ?? null
}

/** Whether a person can come in by the company's provider. */
async function hasProvider(user: string): Promise<boolean> {
  const query = (await db()).selectFrom('accounts').select('id').where('person', '=', user)
  return (await query.where('provider', '!=', 'credential').executeTakeFirst()) !== undefined
}

type Passwords = { person: string; believed: string; password: string }

/** Replaces the hash of a person's password, if it is the one that is believed. @returns whether it was */
async function replace(
  database: Kysely<Tables>,
  { person: user, believed, password }: Passwords,
): Promise<boolean> {
  const replaced = await database
    .updateTable('accounts')
    .set({ password, updated_at: new Date().toISOString() })
    .where('person', '=', user)
    .where('provider', '=', 'credential')
    .where('password', '=', believed)
    .returning('id')
    .executeTakeFirst()
  return replaced !== undefined
}

const replacePassword = async (passwords: Passwords): Promise<boolean> => replace(await db(), passwords)

/** The same, and ends all sessions of the person, with `tokens` of `revoke` all tokens, too. */
async function changePassword(passwords: Passwords, tokens: TokensAfter): Promise<boolean> {
  return (await db()).transaction().execute(async (tx) => {
    if (!(await replace(tx, passwords))) return false
    const { person: user } = passwords
    await tx.deleteFrom('sessions').where('person', '=', user).execute()
    if (tokens === 'revoke') await tx.deleteFrom('tokens').where('person', '=', user).execute()
    return true
  })
}

/** A person's sessions that have not run out, newest first. */
async function sessionsOf(user: string): Promise<Pick<SessionRow, 'id' | 'user_agent' | 'created_at'>[]> {
  return (await db())
    .selectFrom('sessions')
    .select(['id', 'user_agent', 'created_at'])
    .where('person', '=', user)
    .where('expires_at', '>', new Date().toISOString())
    .orderBy('id', 'desc')
    .execute()
}

/** @returns whether the person had it */
async function endSession(id: string, user: string): Promise<boolean> {
  const query = (await db()).deleteFrom('sessions').where('id', '=', id).where('person', '=', user)
  return (await query.returning('id').executeTakeFirst()) !== undefined
}

async function endSessionOf(token: string): Promise<void> {
  await (await db()).deleteFrom('sessions').where('token', '=', token).execute()
}

/** How people prove who they are, and where they have. */
export const accountRecords = {
  passwordFor,
  passwordOf,
  hasProvider,
  replacePassword,
  changePassword,
  sessionsOf,
  endSession,
  endSessionOf,
}
