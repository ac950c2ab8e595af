import { beforeEach, describe } from 'vitest'
import { db } from '@/lib/server/db'
import { endedContract } from './ended-contract'
import { sessionsContract } from './sessions-contract'
import { setupContract } from './setup-contract'
import { signInContract } from './sign-in-contract'

/** Contract of auth, for every database. */
export function authContract(): void {
  beforeEach(async () => {
    await (await db()).deleteFrom('attempts').execute()
  })

  describe('setup', () => setupContract())
  describe('sign-in', () => signInContract())
  describe('sessions and tokens', () => sessionsContract())
  describe('ended access', () => endedContract())
}
