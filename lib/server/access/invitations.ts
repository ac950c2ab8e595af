import { ulid } from 'ulid'
import * as z from 'zod'
import { db } from '@/lib/server/store'
import { Problem } from '@/lib/shared/problem'
import type { Invitation } from '@/lib/shared/team'
import { field, parse } from './parse'
import { randomSecret, sha256 } from './secrets'
import { team } from './team'

const DAYS_7_MS = 7 * 86_400_000

/**
 * Invites someone by a link, which is shown this once and works once, for seven days; a second one for the same
 * address takes the first one's place. For someone who is here already it sets a new password.
 * @throws Problem invalid_input
 */
async function create(body: unknown): Promise<Invitation & { link: string }> {
  const { email } = parse(z.strictObject({ email: field.email }), body)
  const [code, now] = [randomSecret(), Date.now()]
  const times = {
    created_at: new Date(now).toISOString(),
    expires_at: new Date(now + DAYS_7_MS).toISOString(),
  }
  const row = { id: ulid(), hash: sha256(code), ...times }
  await (await db())
    .insertInto('invitations')
    .values({ ...row, email })
    .onConflict((conflict) => conflict.column('email').doUpdateSet(row))
    .execute()
  return { ...shown({ ...row, email }), link: `${team()?.origin}/join/${code}` }
}

type Row = { id: string; email: string; created_at: string; expires_at: string }

const shown = ({ id, email, created_at, expires_at }: Row): Invitation => ({
  id,
  email,
  createdAt: created_at,
  expiresAt: expires_at,
})

const open = async () =>
  (await db()).selectFrom('invitations').selectAll().where('expires_at', '>', new Date().toISOString())

/** Invitations that nobody has used yet, newest first. */
async function list(): Promise<Invitation[]> {
  return (await (await open()).orderBy('created_at', 'desc').execute()).map(shown)
}

/** Takes an invitation back. @throws Problem not_found */
async function revoke(id: string): Promise<void> {
  const gone = await (await db())
    .deleteFrom('invitations')
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  if (!gone) throw new Problem('not_found', 'There is no invitation at this address.')
}

/** Whose invitation a link is; undefined when it was used or taken back, is too old, or never was one. */
async function find(code: string): Promise<Invitation | undefined> {
  const row = await (await open()).where('hash', '=', sha256(code)).executeTakeFirst()
  return row && shown(row)
}

async function isOpenFor(email: string): Promise<boolean> {
  return (await (await open()).where('email', '=', email).executeTakeFirst()) !== undefined
}

async function dropFor(email: string): Promise<void> {
  await (await db()).deleteFrom('invitations').where('email', '=', email).execute()
}

/** Links by which people come in. */
export const invitations = { create, list, revoke, find, isOpenFor, dropFor }
