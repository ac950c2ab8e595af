import { ulid } from 'ulid'
import { db } from '@/lib/server/db/open'
import type { LinkRequestRow } from '@/lib/server/db/team-tables'

/** Requests that owners link this provider subject to a person; replaces the person's earlier request. */
async function ask(user: string, { subject, name }: { subject: string; name: string }): Promise<void> {
  const row = { id: ulid(), subject, name, created_at: new Date().toISOString() }
  const database = await db()
  const same = database.selectFrom('link_requests').select('id').where('person', '=', user)
  if (await same.where('subject', '=', subject).executeTakeFirst()) return
  await database
    .insertInto('link_requests')
    .values({ ...row, person: user })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(row))
    .execute()
}

async function list(): Promise<LinkRequestRow[]> {
  return (await db()).selectFrom('link_requests').selectAll().execute()
}

/**
 * Resolves a request. If allowed, its subject replaces the person's account at the provider.
 * @returns false when there is no such request
 */
async function resolve(
  { id, person: user }: { id: string; person: string },
  provider: string,
  allow: boolean,
): Promise<boolean> {
  return (await db()).transaction().execute(async (tx) => {
    const asked = await tx
      .deleteFrom('link_requests')
      .where('id', '=', id)
      .where('person', '=', user)
      .returning('subject')
      .executeTakeFirst()
    if (!asked || !allow) return asked !== undefined
    const now = new Date().toISOString()
    const times = { created_at: now, updated_at: now }
    await tx.deleteFrom('accounts').where('person', '=', user).where('provider', '=', provider).execute()
    await tx
      .insertInto('accounts')
      .values({ id: ulid(), person: user, provider, subject: asked.subject, ...times })
      .execute()
    return true
  })
}

/** Requests for owners to decide: somebody signed in through the company's provider under a member's address, as another subject. */
export const linkRequestRecords = { ask, list, resolve }
