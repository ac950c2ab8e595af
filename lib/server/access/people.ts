import * as z from 'zod'
import { db, type PersonRow } from '@/lib/server/store'
import { ROLES } from '@/lib/shared/person'
import { Problem } from '@/lib/shared/problem'
import type { LinkRequest, TeamMember } from '@/lib/shared/team'
import { endWaysIn } from './come-in'
import { answerRequest, openRequests } from './link-requests'
import { parse } from './parse'

const shown = (
  { id, name, email, role, created_at, ended_at }: PersonRow,
  link?: LinkRequest,
): TeamMember => ({
  id,
  name,
  email,
  role,
  createdAt: created_at,
  endedAt: ended_at,
  link: link ?? null,
})

/** Everybody who is or was here, in the order in which they came. */
async function list(): Promise<TeamMember[]> {
  const rows = await (await db()).selectFrom('people').selectAll().orderBy('id').execute()
  const links = await openRequests()
  return rows.map((row) => shown(row, links.get(row.id)))
}

/** Whether anybody owns this studio yet. */
async function hasOwner(): Promise<boolean> {
  const query = (await db()).selectFrom('people').select('id').where('role', '=', 'owner')
  return (await query.where('ended_at', 'is', null).limit(1).executeTakeFirst()) !== undefined
}

/** Makes an owner of a member, or a member of an owner. @throws Problem invalid_input | not_found | forbidden */
async function setRole(id: string, body: unknown): Promise<void> {
  const { role } = parse(z.strictObject({ role: z.enum(ROLES) }), body)
  await change(id, { role })
}

const answer = z.strictObject({ link: z.strictObject({ id: z.string(), allow: z.boolean() }) })

/**
 * What an owner decides about a person: their role, or whether another account at the company's provider is theirs too.
 * @throws Problem invalid_input | not_found | forbidden
 */
async function amend(id: string, body: unknown): Promise<void> {
  const { data } = answer.safeParse(body)
  if (data) await answerRequest(id, data.link.id, data.link.allow)
  else await setRole(id, body)
}

/**
 * Ends a person's access: sessions, tokens, ways to sign in and links for their address are gone at once, and they own
 * nothing any more. What they made stays, and so does what others see of it. An invitation lets them in again, as a
 * member; limits that were set for them hold then too.
 * @throws Problem not_found | forbidden for the last owner
 */
async function end(id: string): Promise<void> {
  await change(id, { ended_at: new Date().toISOString(), role: 'member' })
}

async function change(id: string, change: Pick<PersonRow, 'role'> & { ended_at?: string }): Promise<void> {
  await (await db()).transaction().execute(async (tx) => {
    // Written as they are, so that they stand still meanwhile: two owners who end each other would leave none.
    const owners = await tx
      .updateTable('people')
      .set((row) => ({ role: row.ref('role') }))
      .where('role', '=', 'owner')
      .where('ended_at', 'is', null)
      .returning('id')
      .execute()
    const stays = change.role === 'owner'
    if (owners.length === 1 && owners[0]?.id === id && !stays) throw lastOwner()
    const changed = await tx
      .updateTable('people')
      .set({ ...change, updated_at: new Date().toISOString() })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returning('email')
      .executeTakeFirst()
    if (!changed) throw new Problem('not_found', 'There is no such user.')
    if (change.ended_at === undefined) return
    await endWaysIn(tx, id)
    await tx.deleteFrom('invitations').where('email', '=', changed.email).execute()
  })
}

const lastOwner = () => new Problem('forbidden', 'This is the only owner. Make someone else an owner first.')

/** Who belongs to the studio. */
export const people = { list, hasOwner, setRole, amend, end }
