import * as z from 'zod'
import { db } from '@/lib/server/store'
import { Problem } from '@/lib/shared/problem'
import type { Session, TokensAfter } from '@/lib/shared/team'
import { countAttempt, forgetAttempts } from './attempts'
import { auth } from './auth'
import { inHashingLine } from './hashing-line'
import { field, parse } from './parse'
import { enterAs, replacePassword } from './sign-in'
import type { SignedIn } from './visitor'

/** Where a person is signed in, newest first. */
async function list(visitor: SignedIn): Promise<Session[]> {
  const rows = await (await db())
    .selectFrom('sessions')
    .select(['id', 'user_agent', 'created_at'])
    .where('person', '=', visitor.id)
    .where('expires_at', '>', new Date().toISOString())
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id, user_agent, created_at }) => ({
    id,
    browser: user_agent,
    createdAt: created_at,
    current: id === visitor.session,
  }))
}

/** Ends one of a person's sessions at once. @throws Problem not_found, also for another person's */
async function end(id: string, visitor: SignedIn): Promise<void> {
  const query = (await db()).deleteFrom('sessions').where('id', '=', id).where('person', '=', visitor.id)
  if (!(await query.returning('id').executeTakeFirst()))
    throw new Problem('not_found', 'There is no such session.')
}

const wish = z.strictObject({ current: field.password, password: field.newPassword, tokens: field.tokens })

/**
 * Changes a person's password and ends all their sessions but this one, which goes on under a new cookie; `tokens` says
 * what becomes of theirs.
 * @throws Problem invalid_input | rate_limited
 */
async function changePassword(body: unknown, visitor: SignedIn, headers: Headers): Promise<Headers> {
  const { current, password, tokens } = parse(wish, body)
  return inHashingLine(async () => {
    await countAttempt('password', visitor.id)
    const { password: hashing } = await (await auth()).$context
    const query = (await db()).selectFrom('accounts').select('password').where('provider', '=', 'credential')
    const kept = (await query.where('person', '=', visitor.id).executeTakeFirst())?.password ?? null
    if (kept === null || !(await hashing.verify({ hash: kept, password: current }))) throw notTheirs()
    await replace(visitor.id, kept, await hashing.hash(password), tokens)
    await forgetAttempts('password', visitor.id)
    return (await enterAs(visitor.id, headers)).headers
  })
}

/** @throws Problem invalid_input when the password was changed meanwhile */
async function replace(person: string, kept: string, hash: string, tokens: TokensAfter): Promise<void> {
  await (await db()).transaction().execute(async (tx) => {
    if (!(await replacePassword(tx, person, kept, hash))) throw notTheirs()
    await tx.deleteFrom('sessions').where('person', '=', person).execute()
    if (tokens === 'revoke') await tx.deleteFrom('tokens').where('person', '=', person).execute()
  })
}

const notTheirs = () =>
  new Problem('invalid_input', 'The current password is wrong.', {
    errors: { current: ['Wrong password.'] },
  })

/** Where a person is signed in, and with what. */
export const sessions = { list, end, changePassword }
