import { ulid } from 'ulid'
import * as z from 'zod'
import { type TokenRow, tokenRecords } from '@/lib/server/db'
import { Problem } from '@/lib/shared/problem'
import type { Token } from '@/lib/shared/team'
import type { Person, Role } from '@/lib/shared/user'
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
async function create(body: unknown, person: Person): Promise<Token & { token: string }> {
  const { name } = parse(z.strictObject({ name: field.name }), body)
  if ((await list(person)).length >= MOST)
    throw new Problem(
      'invalid_input',
      `You have ${MOST} tokens, the maximum. Revoke one that you no longer use first.`,
    )
  const token = `${PREFIX}${randomSecret()}`
  const row: TokenRow = {
    id: ulid(),
    person: person.id,
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
async function list(person: Person): Promise<Token[]> {
  return (await tokenRecords.listOf(person.id)).map(shown)
}

/** Ends a token at once. @throws Problem not_found, also for another person's */
async function revoke(id: string, person: Person): Promise<void> {
  if (!(await tokenRecords.remove(id, person.id))) throw new Problem('not_found', 'There is no such token.')
}

/** Whose token this is; undefined when it is nobody's. That it was used is noted once a minute at most. */
export async function personOfToken(token: string): Promise<{ id: string; role: Role } | undefined> {
  if (!token.startsWith(PREFIX)) return undefined
  const found = await tokenRecords.findHolder(sha256(token))
  if (!found) return undefined
  const { token: id, last_used_at, ...person } = found
  const now = Date.now()
  if (now - Date.parse(last_used_at ?? '1970-01-01') > MINUTE_MS)
    await tokenRecords.noteUse(id, new Date(now).toISOString())
  return person
}

/** What lets a person's scripts in. */
export const tokens = { create, list, revoke }
