import { beforeEach, describe } from 'vitest'
import { db } from '@/lib/server/db'
import { endedContract } from './ended-contract'
import { stayingContract } from './sessions-contract'
import { setupContract } from './setup-contract'
import { authContract } from './sign-in-contract'

/** How people come in and what becomes of them, whichever database keeps it. */
export function accessContract(): void {
  beforeEach(async () => {
    await (await db()).deleteFrom('attempts').execute()
  })

  describe('setting up', () => setupContract())
  describe('coming in', () => authContract())
  describe('staying', () => stayingContract())
  describe('ended', () => endedContract())
}
