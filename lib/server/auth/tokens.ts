import { ulid } from 'ulid'
import * as z from 'zod'
import { type TokenRow, tokenRecords } from '@/lib/server/db'
import { Problem } from '@/lib/shared/problem'
import type { Token } from '@/lib/shared/team'
import type { Role, User } from '@/lib/shared/user'
import { field, parse } from './parse'
import { randomSecret, sha256 } from './secrets'

/** By which scanners of leaked secrets, and people, know what it is. */
const PREFIX = 'prl_'
const SHOWN = PREFIX.length + 6
const MOST = 50
const MINUTE_MS = 60_000

const shown = ({ id, name, start, created_at, last_used_at }: TokenRow): Token => ({
  id,
  name,
  start,
  createdAt: created_at,
  lastUsedAt: last_used_at,
})

/** A token by which scripts act as this person. It is shown this once. @throws Problem invalid_input */
async function create(body: unknown, user: User): Promise<Token & { token: string }> {
  const { name } = parse(z.strictObject({ name: field.name }), body)
  if ((await list(user)).length >= MOST)
    throw new Problem(
      'invalid_input',
      `You have ${MOST} tokens, the maximum. Revoke one that you no longer use first.`,
    )
  const token = `${PREFIX}${randomSecret()}`
  const row: TokenRow = {
    id: ulid(),
    person: user.id,
    name,
    start: token.slice(0, SHOWN),
    hash: sha256(token),
    created_at: new Date().toISOString(),
    last_used_at: null,
  }
  await tokenRecords.add(row)
  return { ...shown(row), token }
}

/** A person's tokens, newest first. */
async function list(user: User): Promise<Token[]> {
  return (await tokenRecords.listOf(user.id)).map(shown)
}

/** Ends a token at once. @throws Problem not_found, also for another person's */
async function revoke(id: string, user: User): Promise<void> {
  if (!(await tokenRecords.remove(id, user.id))) throw new Problem('not_found', 'There is no such token.')
}

/** Whose token this is; undefined when it is nobody's. That it was used is noted once a minute at most. */
export async function userOfToken(token: string): Promise<{ id: string; role: Role } | undefined> {
  if (!token.startsWith(PREFIX)) return undefined
  const found = await tokenRecords.findHolder(sha256(token))
  if (!found) return undefined
  const { token: id, last_used_at, ...user } = found
  const now = Date.now()
  if (now - Date.parse(last_used_at ?? '1970-01-01') > MINUTE_MS)
    await tokenRecords.noteUse(id, new Date(now).toISOString())
  return user
}

/** What lets a person's scripts in. */
export const tokens = { create, list, revoke }
