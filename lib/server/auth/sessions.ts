import * as z from 'zod'
import { accountRecords } from '@/lib/server/db'
import { Problem } from '@/lib/shared/problem'
import type { Session } from '@/lib/shared/team'
import { countAttempt, forgetAttempts } from './attempts'
import { auth } from './auth'
import { inHashingLine } from './hashing-line'
import { field, parse } from './parse'
import type { SignedIn } from './principal'
import { enterAs } from './sign-in'

/** A person's sessions, newest first. */
async function list(principal: SignedIn): Promise<Session[]> {
  const rows = await accountRecords.sessionsOf(principal.id)
  return rows.map(({ id, user_agent, created_at }) => ({
    id,
    browser: user_agent,
    createdAt: created_at,
    current: id === principal.session,
  }))
}

/** Ends one of a person's sessions. @throws Problem not_found, also for another person's */
async function end(id: string, principal: SignedIn): Promise<void> {
  if (!(await accountRecords.endSession(id, principal.id)))
    throw new Problem('not_found', 'There is no such session.')
}

const passwordForm = z.strictObject({
  current: field.password,
  password: field.newPassword,
  tokens: field.tokens,
})

/**
 * Changes a person's password and ends all their sessions except this one, which continues under a new cookie. `tokens` says whether
 * their API tokens are revoked.
 * @throws Problem invalid_input | rate_limited
 */
async function changePassword(body: unknown, principal: SignedIn, headers: Headers): Promise<Headers> {
  const { current, password, tokens } = parse(passwordForm, body)
  return inHashingLine(async () => {
    await countAttempt('password', principal.id)
    const { password: hashing } = await (await auth()).$context
    const kept = await accountRecords.passwordOf(principal.id)
    if (kept === null || !(await hashing.verify({ hash: kept, password: current }))) throw notTheirs()
    const change = { person: principal.id, expected: kept, password: await hashing.hash(password) }
    if (!(await accountRecords.changePassword(change, tokens))) throw notTheirs() // changed concurrently
    await forgetAttempts('password', principal.id)
    return (await enterAs(principal.id, headers)).headers
  })
}

const notTheirs = () =>
  new Problem('invalid_input', 'The current password is wrong.', {
    errors: { current: ['Wrong password.'] },
  })

/** Sessions and password changes. */
export const sessions = { list, end, changePassword }
