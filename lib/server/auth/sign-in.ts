import * as z from 'zod'
import { accountRecords } from '@/lib/server/db'
import { Problem } from '@/lib/shared/problem'
import { countAttempt, forgetAttempts } from './attempts'
import { auth } from './auth'
import { inHashingLine } from './hashing-line'
import { field, parse } from './parse'
import { unlessAway } from './unless-database-away'

/** Someone came in; `headers` hold the cookie. */
export type Entered = { person: { id: string; name: string }; headers: Headers }

const submission = z.strictObject({ email: field.email, password: field.password })

/**
 * Signs in by e-mail and password. An address nobody knows is refused in the same words and after the same work as a
 * wrong password, and tries are counted for both alike.
 * @throws Problem invalid_input | unauthenticated | rate_limited
 */
export async function signIn(body: unknown, headers: Headers): Promise<Entered> {
  const { email, password } = parse(submission, body)
  // Counted in line: whoever was turned away at its end has tried nothing.
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
 * Whether a password is still the one that was tried, once the session is there. A change that ends all sessions may have
 * come in between, and has not seen this one; where it is just under way, this waits for its end (the row is written).
 */
const stillHolds = (user: string, password: string): Promise<boolean> =>
  accountRecords.replacePassword({ person: user, expected: password, password })

/** Begins a session for somebody who has just proved in another way who they are. */
export async function enterAs(user: string, headers: Headers): Promise<Entered> {
  const { api } = await auth()
  const begun = await api.beginSession({ body: { person: user }, headers, returnHeaders: true })
  return { person: begun.response, headers: begun.headers }
}

/** Ends the session that asks. The headers take the cookie back. */
export async function signOut(headers: Headers): Promise<Headers> {
  const { api } = await auth()
  return (await api.signOut({ headers, returnHeaders: true })).headers
}
