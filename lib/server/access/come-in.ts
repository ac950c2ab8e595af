import type { Transaction } from 'kysely'
import { ulid } from 'ulid'
import type { Tables } from '@/lib/server/store'
import type { Role } from '@/lib/shared/person'
import type { TokensAfter } from '@/lib/shared/team'

type Newcomer = { name: string; email: string; role: Role; passwordHash: string; tokens: TokensAfter }

/**
 * Writes a person down with a password, in the form that better-auth reads. Who is here already gets the new name and
 * password and keeps their role; every session of theirs ends, for whoever needs a new password may have lost the old
 * one, and with `tokens` of `revoke` every token. Who was here comes back with `role` and nothing of before.
 * @returns their id
 */
export async function comeIn(
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
export async function endWaysIn(tx: Transaction<Tables>, person: string): Promise<void> {
  for (const table of WAYS_IN) await tx.deleteFrom(table).where('person', '=', person).execute()
}

/**
 * Lets somebody whose access was ended in again, with this role. What was made for them while it was being ended (a
 * session, a token, a way to sign in) goes: it must not come back to life.
 */
export async function comeBack(tx: Transaction<Tables>, person: string, role: Role): Promise<void> {
  await endWaysIn(tx, person)
  const now = new Date().toISOString()
  await tx
    .updateTable('people')
    .set({ ended_at: null, role, updated_at: now })
    .where('id', '=', person)
    .execute()
}
