import * as z from 'zod'
import { accountRecords } from '@/lib/server/db'
import { Problem } from '@/lib/shared/problem'
import { countAttempt, forgetAttempts } from './attempts'
import { auth } from './auth'
import { inHashingLine } from './hashing-line'
import { field, parse } from './parse'
import { unlessAway } from './unless-database-away'

/** A successful sign-in; `headers` set the session cookie. */
export type Entered = { person: { id: string; name: string }; headers: Headers }

const signInForm = z.strictObject({ email: field.email, password: field.password })

/**
 * Signs in with email and password. An unknown address gets the same error after the same work as a wrong password, and attempts are
 * counted alike, so that responses don't reveal who has an account.
 * @throws Problem invalid_input | unauthenticated | rate_limited
 */
export async function signIn(body: unknown, headers: Headers): Promise<Entered> {
  const { email, password } = parse(signInForm, body)
  // Counted inside the queue: a request refused because the queue is full was no attempt.
  return inHashingLine(async () => {
    await countAttempt('sign-in', email)
    const entered = await byPassword(email, password, headers)
    await forgetAttempts('sign-in', email)
    return entered
  })
}

/** @throws Problem unauthenticated */
async function byPassword(email: string, password: string, headers: Headers): Promise<Entered> {
  const { api } = await auth()
  const { isAPIError } = await import('better-auth/api')
  const before = await accountRecords.passwordFor(email)
  try {
    const asked = { body: { email, password }, headers, returnHeaders: true } as const
    const result = await unlessAway(() => api.signInEmail(asked))
    const { id, name } = result.response.user
    if (!before || !(await stillHolds(id, before))) {
      await accountRecords.endSessionOf(result.response.token)
      throw refused()
    }
    return { person: { id, name }, headers: result.headers }
  } catch (cause) {
    if (!isAPIError(cause)) throw cause
    throw refused(cause)
  }
}

const refused = (cause?: unknown) => new Problem('unauthenticated', 'Wrong email or password.', { cause })

/**
 * True when the password is still the one that was tried, now that the session exists. A password change that ends all sessions may have
 * run in between without seeing this one; if it is in progress, this waits for it, because it writes the same row.
 */
const stillHolds = (user: string, password: string): Promise<boolean> =>
  accountRecords.replacePassword({ person: user, expected: password, password })

/** Starts a session for somebody who has just been authenticated in another way. */
export async function enterAs(user: string, headers: Headers): Promise<Entered> {
  const { api } = await auth()
  const begun = await api.beginSession({ body: { person: user }, headers, returnHeaders: true })
  return { person: begun.response, headers: begun.headers }
}

/** Ends the current session. The returned headers delete the cookie. */
export async function signOut(headers: Headers): Promise<Headers> {
  const { api } = await auth()
  return (await api.signOut({ headers, returnHeaders: true })).headers
}
