import { ulid } from 'ulid'
import { db } from '@/lib/server/store'
import { Problem } from '@/lib/shared/problem'
import type { LinkRequest } from '@/lib/shared/team'
import { PROVIDER } from './team'

type Asked = { subject: string; name: string }

/** Puts the question to the owners whether this subject of the company's provider is that person, too. */
export async function askToLink(person: string, { subject, name }: Asked): Promise<void> {
  const row = { id: ulid(), subject, name, created_at: new Date().toISOString() }
  const database = await db()
  const same = database.selectFrom('link_requests').select('id').where('person', '=', person)
  if (await same.where('subject', '=', subject).executeTakeFirst()) return
  await database
    .insertInto('link_requests')
    .values({ ...row, person })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(row))
    .execute()
}

/** What the owners are asked, by person. */
export async function openRequests(): Promise<Map<string, LinkRequest>> {
  const rows = await (await db()).selectFrom('link_requests').selectAll().execute()
  return new Map(
    rows.map(({ id, person, subject, name, created_at }) => [
      person,
      { id, subject, name, createdAt: created_at },
    ]),
  )
}

/**
 * An owner's answer. Allowed, the new subject takes the place of the person's former one, which then asks in its turn.
 * @param id of the request that the owner saw, so that the answer is for that one
 * @throws Problem not_found
 */
export async function answerRequest(person: string, id: string, allow: boolean): Promise<void> {
  await (await db()).transaction().execute(async (tx) => {
    const asked = await tx
      .deleteFrom('link_requests')
      .where('id', '=', id)
      .where('person', '=', person)
      .returning('subject')
      .executeTakeFirst()
    if (!asked)
      throw new Problem('not_found', 'This request was answered already, or replaced by another one.')
    if (!allow) return
    const now = new Date().toISOString()
    await tx.deleteFrom('accounts').where('person', '=', person).where('provider', '=', PROVIDER).execute()
    await tx
      .insertInto('accounts')
      .values({
        id: ulid(),
        person,
        provider: PROVIDER,
        subject: asked.subject,
        created_at: now,
        updated_at: now,
      })
      .execute()
  })
}
