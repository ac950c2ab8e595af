import { scryptSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { signInMethods } from '@/lib/server/auth'
import { accountRecords } from '@/lib/server/db'
import { bare, inTeamMode, makeOwner, PASSWORD, problemOf } from '@/testing/auth/fixture'

delete process.env.DATABASE_URL
inTeamMode(undefined, 'real')

/** A hash costs an attacker 32 MB and 0.1 s per guess. */
const COST = { N: 16_384, r: 16, p: 1, maxmem: 64 * 1024 ** 2 }

test('a password is stored as a salted scrypt hash of full cost, and only the right one signs in', async () => {
  const owner = await makeOwner()
  const email = 'olga@example.com'
  const [salt = '', key] = (await accountRecords.passwordFor(email))?.split(':') ?? []
  expect(salt).toMatch(/^[0-9a-f]{32}$/)
  expect(key).toBe(scryptSync(PASSWORD, salt, 64, COST).toString('hex'))
  expect((await signInMethods.signIn({ email, password: PASSWORD }, bare())).person).toEqual(owner.person)
  const wrong = signInMethods.signIn({ email, password: `${PASSWORD}.` }, bare())
  expect((await problemOf(wrong)).code).toBe('unauthenticated')
})
