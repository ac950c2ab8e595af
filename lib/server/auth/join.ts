import * as z from 'zod'
import { admissions } from '@/lib/server/db'
import { Problem } from '@/lib/shared/problem'
import { auth } from './auth'
import { inHashingLine } from './hashing-line'
import { invitations } from './invitations'
import { field, parse } from './parse'
import { sha256 } from './secrets'
import { type Entered, enterAs } from './sign-in'

const joinForm = z.strictObject({
  code: field.secret,
  name: field.name,
  password: field.newPassword,
  tokens: field.tokens,
})

/**
 * Accepts an invitation, for the address it was made for, and consumes it. For a current member this sets a new password, and `tokens`
 * says whether their API tokens are revoked.
 * @throws Problem invalid_input | not_found | rate_limited
 */
export async function join(body: unknown, headers: Headers): Promise<Entered> {
  const { code, password, ...about } = parse(joinForm, body)
  // Checked first: otherwise anyone could make us hash passwords with invented codes.
  if (!(await invitations.find(code))) throw gone()
  return inHashingLine(async () => {
    const { password: hashing } = await (await auth()).$context
    const passwordHash = await hashing.hash(password)
    const user = await admissions.joinBy(sha256(code), { ...about, passwordHash })
    if (user === undefined) throw gone()
    return enterAs(user, headers)
  })
}

const gone = () =>
  new Problem('not_found', 'This invitation is no longer valid: it was used or revoked, or has expired.')
