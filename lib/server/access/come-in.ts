import type { Transaction } from 'kysely'
import { ulid } from 'ulid'
import type { Tables } from '@/lib/server/store'
import type { Role } from '@/lib/shared/person'

type Newcomer = { name: string; email: string; role: Role; passwordHash: string }

/**
 * Writes a person down with a password, in the form that better-auth reads. Who is here already gets the new name and
 * password and keeps their role; every session and token of theirs ends, for whoever needs a new password may have lost
 * the old one. @returns their id
 */
export async function comeIn(
  tx: Transaction<Tables>,
  { name, email, role, passwordHash }: Newcomer,
): Promise<string> {
  const now = new Date().toISOString()
  const times = { created_at: now, updated_at: now }
  const { id } = await tx
    .insertInto('people')
    .values({ id: ulid(), name, email, email_verified: 1, image: null, role, ended_at: null, ...times })
    .onConflict((conflict) =>
      conflict.column('email').doUpdateSet({ name, ended_at: null, email_verified: 1, updated_at: now }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('sessions').where('person', '=', id).execute()
  await tx.deleteFrom('tokens').where('person', '=', id).execute()
  await tx
    .insertInto('accounts')
    .values({ id: ulid(), person: id, provider: 'credential', subject: id, password: passwordHash, ...times })
    .onConflict((conflict) =>
      conflict.columns(['provider', 'subject']).doUpdateSet({ password: passwordHash, updated_at: now }),
    )
    .execute()
  return id
}
