import type { Kysely } from 'kysely'
import { db } from '@/lib/server/db/open'
import type { Tables } from '@/lib/server/db/tables'
import type { SessionRow } from '@/lib/server/db/team-tables'
import type { TokensAfter } from '@/lib/shared/team'

/** The password hash for an email address. */
async function passwordFor(email: string): Promise<string | undefined> {
  const query = (await db()).selectFrom('accounts').innerJoin('people', 'people.id', 'accounts.person')
  const found = await query
    .select('accounts.password')
    .where('people.email', '=', email)
    .where('accounts.provider', '=', 'credential')
    .executeTakeFirst()
  return found?.password ?? undefined
}

/** A person's password hash; null when they have no password. */
async function passwordOf(user: string): Promise<string | null> {
  const query = (await db()).selectFrom('accounts').select('password').where('provider', '=', 'credential')
  return (await query.where('person', '=', user).executeTakeFirst())?.password ?? null
}

/** True when a person can sign in through the company's identity provider. */
async function hasProvider(user: string): Promise<boolean> {
  const query = (await db()).selectFrom('accounts').select('id').where('person', '=', user)
  return (await query.where('provider', '!=', 'credential').executeTakeFirst()) !== undefined
}

type Passwords = { person: string; expected: string; password: string }

/** Replaces a person's password hash if it equals `expected`. @returns whether it did */
async function replace(
  database: Kysely<Tables>,
  { person: user, expected, password }: Passwords,
): Promise<boolean> {
  const replaced = await database
    .updateTable('accounts')
    .set({ password, updated_at: new Date().toISOString() })
    .where('person', '=', user)
    .where('provider', '=', 'credential')
    .where('password', '=', expected)
    .returning('id')
    .executeTakeFirst()
  return replaced !== undefined
}

const replacePassword = async (passwords: Passwords): Promise<boolean> => replace(await db(), passwords)

/** Replaces the password and ends all of the person's sessions; with `tokens` set to `revoke`, deletes their tokens as well. */
async function changePassword(passwords: Passwords, tokens: TokensAfter): Promise<boolean> {
  return (await db()).transaction().execute(async (tx) => {
    if (!(await replace(tx, passwords))) return false
    const { person: user } = passwords
    await tx.deleteFrom('sessions').where('person', '=', user).execute()
    if (tokens === 'revoke') await tx.deleteFrom('tokens').where('person', '=', user).execute()
    return true
  })
}

/** A person's unexpired sessions, newest first. */
async function sessionsOf(user: string): Promise<Pick<SessionRow, 'id' | 'user_agent' | 'created_at'>[]> {
  return (await db())
    .selectFrom('sessions')
    .select(['id', 'user_agent', 'created_at'])
    .where('person', '=', user)
    .where('expires_at', '>', new Date().toISOString())
    .orderBy('id', 'desc')
    .execute()
}

/** @returns false when the person has no such session */
async function endSession(id: string, user: string): Promise<boolean> {
  const query = (await db()).deleteFrom('sessions').where('id', '=', id).where('person', '=', user)
  return (await query.returning('id').executeTakeFirst()) !== undefined
}

async function endSessionOf(token: string): Promise<void> {
  await (await db()).deleteFrom('sessions').where('token', '=', token).execute()
}

/** Passwords, linked providers and sessions. */
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
