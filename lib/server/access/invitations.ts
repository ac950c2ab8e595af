import type { Kysely, Transaction } from 'kysely'
import { ulid } from 'ulid'
import * as z from 'zod'
import { db, type Tables } from '@/lib/server/store'
import { Problem } from '@/lib/shared/problem'
import type { Invitation } from '@/lib/shared/team'
import { field, parse } from './parse'
import { randomSecret, sha256 } from './secrets'
import { team } from './team'

const DAYS_7_MS = 7 * 86_400_000

/**
 * Invites someone by a link, which is shown this once and works once, for seven days; a second one for the same
 * address takes the first one's place. For someone who is here already it sets a new password, as long as they are.
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
  const { person } = await (await db())
    .insertInto('invitations')
    .values(({ selectFrom }) => ({
      ...row,
      email,
      person: selectFrom('people').select('id').where('email', '=', email).where('ended_at', 'is', null),
    }))
    .onConflict((conflict) =>
      conflict.column('email').doUpdateSet(({ ref }) => ({ ...row, person: ref('excluded.person') })),
    )
    .returning('person')
    .executeTakeFirstOrThrow()
  return { ...shown({ ...row, email, person }), link: `${team()?.origin}/join/${code}` }
}

type Row = { id: string; email: string; person: string | null; created_at: string; expires_at: string }

const shown = ({ id, email, person, created_at, expires_at }: Row): Invitation => ({
  id,
  email,
  resets: person !== null,
  createdAt: created_at,
  expiresAt: expires_at,
})

/**
 * Those that still let somebody in. One that was made for somebody who was here is a link for a new password, and ends
 * with their access, also when both happened at once.
 */
const open = (database: Kysely<Tables>) =>
  database
    .selectFrom('invitations')
    .selectAll()
    .where('expires_at', '>', new Date().toISOString())
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('person', 'is', null),
        eb('person', 'in', selectFrom('people').select('people.id').where('ended_at', 'is', null)),
      ]),
    )

/** Invitations that nobody has used yet, newest first. */
async function list(): Promise<Invitation[]> {
  return (
    await open(await db())
      .orderBy('created_at', 'desc')
      .execute()
  ).map(shown)
}

/** Takes an invitation back. @throws Problem not_found */
async function revoke(id: string): Promise<void> {
  const gone = await (await db())
    .deleteFrom('invitations')
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  if (!gone) throw new Problem('not_found', 'There is no such invitation.')
}

/** Whose invitation a link is; undefined when it was used or taken back, is too old, or never was one. */
async function find(code: string): Promise<Invitation | undefined> {
  const row = await open(await db())
    .where('hash', '=', sha256(code))
    .executeTakeFirst()
  return row && shown(row)
}

/** Uses up the invitation that a link is. @returns undefined where it lets nobody in any more */
async function take(tx: Transaction<Tables>, code: string): Promise<Row | undefined> {
  const hash = sha256(code)
  const found = await tx.selectFrom('invitations').select('email').where('hash', '=', hash).executeTakeFirst()
  return found && taken(tx, found.email, (query) => query.where('hash', '=', hash))
}

/** Uses up whatever invitation there is for an address. @returns undefined where there is none */
const takeFor = (tx: Transaction<Tables>, email: string): Promise<Row | undefined> =>
  taken(tx, email, (query) => query)

/**
 * The person first, written as they are so that they stand still, then the invitation: ending somebody's access takes
 * them in the same order, so that neither waits for the other in a ring.
 */
async function taken(
  tx: Transaction<Tables>,
  email: string,
  narrow: (query: ReturnType<typeof open>) => ReturnType<typeof open>,
): Promise<Row | undefined> {
  await tx
    .updateTable('people')
    .set((row) => ({ email: row.ref('email') }))
    .where('email', '=', email)
    .execute()
  const found = await narrow(open(tx).where('email', '=', email)).executeTakeFirst()
  return (
    found && tx.deleteFrom('invitations').where('hash', '=', found.hash).returningAll().executeTakeFirst()
  )
}

async function isOpenFor(email: string): Promise<boolean> {
  return (
    (await open(await db())
      .where('email', '=', email)
      .executeTakeFirst()) !== undefined
  )
}

/** Links by which people come in. */
export const invitations = { create, list, revoke, find, take, takeFor, isOpenFor }
