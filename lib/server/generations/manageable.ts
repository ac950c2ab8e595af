import { records } from '@/lib/server/db'
import type { User } from '@/lib/shared/user'

/**
 * As whom somebody takes a generation out of the team's sight, or deletes it: as themselves, and an owner as whoever made
 * it where they have left and it is still shared. Nobody's else: who is here decides alone.
 */
export async function managerOf(id: string, user: User): Promise<User> {
  if (user.role !== 'owner') return user
  const left = await records.leftBehindBy(id)
  return left === undefined ? user : { id: left }
}
