import * as z from 'zod'
import { linkRequestRecords, type UserRow, userRecords } from '@/lib/server/db'
import { Problem } from '@/lib/shared/problem'
import type { LinkRequest, TeamMember } from '@/lib/shared/team'
import { ROLES } from '@/lib/shared/user'
import { field, parse } from './parse'
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

/** Current and former members, in the order in which they joined. */
async function list(): Promise<TeamMember[]> {
  const rows = await userRecords.list()
  const links = await openRequests()
  return rows.map((row) => shown(row, links.get(row.id)))
}

/** Open link requests, by person. */
async function openRequests(): Promise<Map<string, LinkRequest>> {
  const rows = await linkRequestRecords.list()
  return new Map(
    rows.map(({ id, person: user, subject, name, created_at }) => [
      user,
      { id, subject, name, createdAt: created_at },
    ]),
  )
}

const hasOwner = (): Promise<boolean> => userRecords.hasOwner()

/** Changes a person's role. @throws Problem invalid_input | not_found | forbidden */
async function setRole(id: string, body: unknown): Promise<void> {
  const { role } = parse(z.strictObject({ role: z.enum(ROLES) }), body)
  await change(id, { role })
}

/** Changes a person's name. @throws Problem invalid_input | not_found */
async function rename(id: string, body: unknown): Promise<void> {
  const { name } = parse(z.strictObject({ name: field.name }), body)
  if (!(await userRecords.rename(id, name))) throw absent()
}

const answer = z.strictObject({ link: z.strictObject({ id: z.string(), allow: z.boolean() }) })

/**
 * Updates a person: their role, or the answer to a link request.
 * @throws Problem invalid_input | not_found | forbidden
 */
async function update(id: string, body: unknown): Promise<void> {
  const { data } = answer.safeParse(body)
  if (data) await answerRequest(id, data.link.id, data.link.allow)
  else await setRole(id, body)
}

/**
 * Answers a link request. If allowed, the new subject replaces the person's former one, which would then have to ask in turn.
 * @param id of the request that the owner saw, so that the answer applies to that one only
 */
async function answerRequest(user: string, id: string, allow: boolean): Promise<void> {
  if (await linkRequestRecords.resolve({ id, person: user }, PROVIDER, allow)) return
  throw new Problem('not_found', 'This request was answered already, or replaced by another one.')
}

/**
 * Ends a person's access: deletes their sessions, tokens, accounts and invitations, and makes them a member. What they made stays, and
 * stays shared. An invitation readmits them as a member, with the limits that were set for them.
 * @throws Problem not_found | forbidden for the last owner
 */
async function end(id: string): Promise<void> {
  await change(id, { ended_at: new Date().toISOString(), role: 'member' })
}

async function change(id: string, change: Parameters<typeof userRecords.change>[1]): Promise<void> {
  const outcome = await userRecords.change(id, change)
  if (outcome === 'last-owner') throw lastOwner()
  if (outcome === 'absent') throw absent()
}

const absent = () => new Problem('not_found', 'There is no such user.')

const lastOwner = () => new Problem('forbidden', 'This is the only owner. Make someone else an owner first.')

/** Members of the team. */
export const users = { list, hasOwner, setRole, rename, update, end }
