import * as z from 'zod'
import { linkRequestRecords, type UserRow, userRecords } from '@/lib/server/db'
import { Problem } from '@/lib/shared/problem'
import type { LinkRequest, TeamMember } from '@/lib/shared/team'
import { ROLES } from '@/lib/shared/user'
import { parse } from './parse'
import { PROVIDER } from './team'

const shown = ({ id, name, email, role, created_at, ended_at }: UserRow, link?: LinkRequest): TeamMember => ({
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
  const rows = await userRecords.list()
  const links = await openRequests()
  return rows.map((row) => shown(row, links.get(row.id)))
}

/** What the owners are asked, by person. */
async function openRequests(): Promise<Map<string, LinkRequest>> {
  const rows = await linkRequestRecords.list()
  return new Map(
    rows.map(({ id, person: user, subject, name, created_at }) => [
      user,
      { id, subject, name, createdAt: created_at },
    ]),
  )
}

/** Whether anybody owns this studio yet. */
const hasOwner = (): Promise<boolean> => userRecords.hasOwner()

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
async function update(id: string, body: unknown): Promise<void> {
  const { data } = answer.safeParse(body)
  if (data) await answerRequest(id, data.link.id, data.link.allow)
  else await setRole(id, body)
}

/**
 * An owner's answer. Allowed, the new subject takes the place of the person's former one, which then asks in its turn.
 * @param id of the request that the owner saw, so that the answer is for that one
 */
async function answerRequest(user: string, id: string, allow: boolean): Promise<void> {
  if (await linkRequestRecords.resolve({ id, person: user }, PROVIDER, allow)) return
  throw new Problem('not_found', 'This request was answered already, or replaced by another one.')
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

async function change(id: string, change: Parameters<typeof userRecords.change>[1]): Promise<void> {
  const outcome = await userRecords.change(id, change)
  if (outcome === 'last-owner') throw lastOwner()
  if (outcome === 'absent') throw new Problem('not_found', 'There is no such user.')
}

const lastOwner = () => new Problem('forbidden', 'This is the only owner. Make someone else an owner first.')

/** Who belongs to the studio. */
export const users = { list, hasOwner, setRole, update, end }
