import { randomInt } from 'node:crypto'
import * as z from 'zod'
import { admissions } from '@/lib/server/db'
import { Problem } from '@/lib/shared/problem'
import { auth } from './auth'
import { inHashingLine } from './hashing-line'
import { field, parse } from './parse'
import { sha256 } from './secrets'
import { type Entered, enterAs } from './sign-in'
import { team } from './team'
import { users } from './users'

/** Without characters that are easily confused. 20 of 32 give 100 bits. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 20

/** The stored hash of a code, however it was typed: in lower case, grouped or not, with any dashes, with O for 0. */
const kept = (code: string): string =>
  sha256(
    code
      .toUpperCase()
      .replace(/[\s\p{Dash}_.]/gu, '')
      .replaceAll('O', '0')
      .replace(/[IL]/g, '1'),
  )

/**
 * Creates the setup code for the first owner, replacing an earlier one.
 * @returns the code and where to enter it; null in local mode and once there is an owner
 */
export async function openSetup(): Promise<{ code: string; address: string } | null> {
  const mode = team()
  if (!mode) return null
  const owned = await users.hasOwner()
  const code = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  await admissions.keepSetupCode(owned ? null : kept(code))
  const grouped = code.match(/.{5}/g)?.join('-') ?? code
  return owned ? null : { code: grouped, address: `${mode.address}/setup` }
}

const setupForm = z.strictObject({
  code: field.secret,
  name: field.name,
  email: field.email,
  password: field.newPassword,
})

/**
 * Makes whoever knows the code from the log the first owner, once. Everything created before accounts existed becomes theirs. Attempts
 * aren't counted: 100 bits can't be guessed, and a limit would let strangers lock the owner out.
 * @throws Problem invalid_input | rate_limited
 */
export async function setUp(body: unknown, headers: Headers): Promise<Entered> {
  const { code, password, ...user } = parse(setupForm, body)
  const hash = kept(code)
  if (!(await admissions.isSetupCode(hash))) throw wrongCode()
  return inHashingLine(async () => {
    const { password: hashing } = await (await auth()).$context
    const passwordHash = await hashing.hash(password)
    const owner = await admissions.setUpOwner(hash, { ...user, passwordHash }, 'local')
    if (owner === undefined) throw wrongCode()
    return enterAs(owner, headers)
  })
}

const wrongCode = () =>
  new Problem('invalid_input', 'This setup code is wrong, or from an earlier start of the server.', {
    errors: { code: ['Use the latest code in the server’s startup log.'] },
  })
