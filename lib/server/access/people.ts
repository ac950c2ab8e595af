import * as z from 'zod'
import { db, type PersonRow } from '@/lib/server/store'
import { ROLES } from '@/lib/shared/person'
import { Problem } from '@/lib/shared/problem'
import type { TeamMember } from '@/lib/shared/team'
import { parse } from './parse'

const shown = ({ id, name, email, role, created_at, ended_at }: PersonRow): TeamMember => ({
  id,
  name,
  email,
  role,
  createdAt: created_at,
  endedAt: ended_at,
})

/** Everybody who is or was here, in the order in which they came. */
async function list(): Promise<TeamMember[]> {
  return (await (await db()).selectFrom('people').selectAll().orderBy('id').execute()).map(shown)
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

/**
 * Ends a person's access: sessions, tokens and ways to sign in are gone at once. What they made stays, and so does what
 * others see of it. An invitation lets them in again.
 * @throws Problem not_found | forbidden for the last owner
 */
async function end(id: string): Promise<void> {
  await change(id, { ended_at: new Date().toISOString() })
}

async function change(id: string, change: Pick<PersonRow, 'role'> | { ended_at: string }): Promise<void> {
  await (await db()).transaction().execute(async (tx) => {
    // Written as they are, so that they stand still meanwhile: two owners who end each other would leave none.
    const owners = await tx
      .updateTable('people')
      .set((row) => ({ role: row.ref('role') }))
      .where('role', '=', 'owner')
      .where('ended_at', 'is', null)
      .returning('id')
      .execute()
    const stays = 'role' in change && change.role === 'owner'
    if (owners.length === 1 && owners[0]?.id === id && !stays) throw lastOwner()
    const changed = await tx
      .updateTable('people')
      .set({ ...change, updated_at: new Date().toISOString() })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!changed) throw new Problem('not_found', 'There is nobody at this address.')
    if ('role' in change) return
    for (const table of ['sessions', 'tokens', 'accounts'] as const) {
      await tx.deleteFrom(table).where('person', '=', id).execute()
    }
  })
}

const lastOwner = () => new Problem('forbidden', 'This is the only owner. Make somebody else an owner first.')

/** Who belongs to the studio. */
export const people = { list, hasOwner, setRole, end }
