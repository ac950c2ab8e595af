import { ulid } from 'ulid'
import * as z from 'zod'
import { type TokenRow, tokenRecords } from '@/lib/server/db'
import { Problem } from '@/lib/shared/problem'
import type { Token } from '@/lib/shared/team'
import type { Role, User } from '@/lib/shared/user'
import { field, parse } from './parse'
import { randomSecret, sha256 } from './secrets'

/** Lets secret scanners, and people, recognise a token. */
const PREFIX = 'prl_'
const OURS = new RegExp(`(^|[\\s,"'])${PREFIX}`)
const SHOWN = PREFIX.length + 6
const MAX_TOKENS = 50
const MINUTE_MS = 60_000

const shown = ({ id, name, start, created_at, last_used_at }: TokenRow): Token => ({
  id,
  name,
  start,
  createdAt: created_at,
  lastUsedAt: last_used_at,
})

/** Creates a token with which scripts act as this person. The token is returned only here. @throws Problem invalid_input */
async function create(body: unknown, user: User): Promise<Token & { token: string }> {
  const { name } = parse(z.strictObject({ name: field.name }), body)
  if ((await list(user)).length >= MAX_TOKENS)
    throw new Problem(
      'invalid_input',
      `You have ${MAX_TOKENS} tokens, the maximum. Revoke one that you no longer use first.`,
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

/** Revokes a token. @throws Problem not_found, also for another person's */
async function revoke(id: string, user: User): Promise<void> {
  if (!(await tokenRecords.remove(id, user.id))) throw new Problem('not_found', 'There is no such token.')
}

/**
 * The token of ours in an Authorization header. Undefined when there is none: proxies and browsers add credentials of their own (Basic,
 * Negotiate, another's Bearer), which are told from ours by the prefix. Empty when ours is sent in another form than `Bearer prl_…`.
 */
export function tokenIn(authorization: string | null): string | undefined {
  if (authorization === null || !OURS.test(authorization)) return undefined
  return /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''
}

/** The owner of a token, with its id; undefined when it is unknown. Updates `last_used_at` once a minute at most. */
export async function userOfToken(
  token: string,
): Promise<{ id: string; role: Role; token: string } | undefined> {
  if (!token.startsWith(PREFIX)) return undefined
  const found = await tokenRecords.findHolder(sha256(token))
  if (!found) return undefined
  const { token: id, last_used_at, ...user } = found
  const now = Date.now()
  if (now - Date.parse(last_used_at ?? '1970-01-01') > MINUTE_MS)
    await tokenRecords.noteUse(id, new Date(now).toISOString())
  return { ...user, token: id }
}

/** API tokens. */
export const tokens = { create, list, revoke }
