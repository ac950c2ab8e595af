import { records } from '@/lib/server/db'
import type { User } from '@/lib/shared/user'

/**
 * On whose behalf a user may unshare or delete a generation: their own, and for an owner also that of a maker who has left,
 * while it is still shared. Active users decide about their own.
 */
export async function managerOf(id: string, user: User): Promise<User> {
  if (user.role !== 'owner') return user
  const left = await records.leftBehindBy(id)
  return left === undefined ? user : { id: left }
}
