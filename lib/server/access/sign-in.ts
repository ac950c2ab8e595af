import * as z from 'zod'
import { Problem } from '@/lib/shared/problem'
import { countAttempt, forgetAttempts } from './attempts'
import { auth } from './auth'
import { field, parse } from './parse'

/** Someone came in; `headers` hold the cookie. */
export type Entered = { person: { id: string; name: string }; headers: Headers }

const wish = z.strictObject({ email: field.email, password: field.password })

/**
 * Signs in by e-mail and password. An address nobody knows is refused in the same words and after the same work as a
 * wrong password, and tries are counted for both alike.
 * @throws Problem invalid_input | unauthenticated | rate_limited
 */
export async function signIn(body: unknown, headers: Headers): Promise<Entered> {
  const { email, password } = parse(wish, body)
  await countAttempt('sign-in', email)
  const entered = await enter(email, password, headers)
  await forgetAttempts('sign-in', email)
  return entered
}

/** @throws Problem unauthenticated */
export async function enter(email: string, password: string, headers: Headers): Promise<Entered> {
  const { api } = await auth()
  const { isAPIError } = await import('better-auth/api')
  try {
    const result = await api.signInEmail({ body: { email, password }, headers, returnHeaders: true })
    const { id, name } = result.response.user
    return { person: { id, name }, headers: result.headers }
  } catch (cause) {
    if (!isAPIError(cause)) throw cause
    throw new Problem('unauthenticated', 'The e-mail address or the password is not right.', { cause })
  }
}

/** Ends the session that asks. The headers take the cookie back. */
export async function signOut(headers: Headers): Promise<Headers> {
  const { api } = await auth()
  return (await api.signOut({ headers, returnHeaders: true })).headers
}
