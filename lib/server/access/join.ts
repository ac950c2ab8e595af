import * as z from 'zod'
import { db } from '@/lib/server/store'
import { Problem } from '@/lib/shared/problem'
import { auth } from './auth'
import { comeIn } from './come-in'
import { field, parse } from './parse'
import { sha256 } from './secrets'
import { type Entered, enter } from './sign-in'

const wish = z.strictObject({ code: field.secret, name: field.name, password: field.newPassword })

/**
 * Lets someone in by an invitation, under the address that it was made for, and uses it up.
 * @throws Problem invalid_input | not_found
 */
export async function join(body: unknown, headers: Headers): Promise<Entered> {
  const { code, name, password } = parse(wish, body)
  const context = await (await auth()).$context
  const passwordHash = await context.password.hash(password)
  const { email } = await (await db()).transaction().execute(async (tx) => {
    const used = await tx
      .deleteFrom('invitations')
      .where('hash', '=', sha256(code))
      .where('expires_at', '>', new Date().toISOString())
      .returning('email')
      .executeTakeFirst()
    if (!used) throw new Problem('not_found', 'This invitation was used, taken back or is too old.')
    await comeIn(tx, { name, email: used.email, role: 'member', passwordHash })
    return used
  })
  return enter(email, password, headers)
}
