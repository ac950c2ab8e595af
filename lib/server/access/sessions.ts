import * as z from 'zod'
import { db } from '@/lib/server/store'
import { Problem } from '@/lib/shared/problem'
import type { Session } from '@/lib/shared/team'
import { countAttempt, forgetAttempts } from './attempts'
import { auth } from './auth'
import { field, parse } from './parse'
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
    throw new Problem('not_found', 'There is no session at this address.')
}

const wish = z.strictObject({ current: field.password, password: field.newPassword })

/**
 * Changes a person's password and ends all their sessions but this one, which goes on under a new cookie.
 * @throws Problem invalid_input | rate_limited
 */
async function changePassword(body: unknown, visitor: SignedIn, headers: Headers): Promise<Headers> {
  const { current, password } = parse(wish, body)
  await countAttempt('password', visitor.id)
  const { api } = await auth()
  const { isAPIError } = await import('better-auth/api')
  const change = { currentPassword: current, newPassword: password, revokeOtherSessions: true }
  try {
    const changed = await api.changePassword({ body: change, headers, returnHeaders: true })
    await forgetAttempts('password', visitor.id)
    return changed.headers
  } catch (cause) {
    if (!isAPIError(cause)) throw cause
    throw new Problem('invalid_input', 'The password that was to be changed is not right.', {
      cause,
      errors: { current: ['This is not your password.'] },
    })
  }
}

/** Where a person is signed in, and with what. */
export const sessions = { list, end, changePassword }
