import { records } from '@/lib/server/db'
import { turns } from '@/lib/server/turns'
import type { Generation, Neighbours } from '@/lib/shared/generation'
import type { User } from '@/lib/shared/user'

/** The user's own generations beside this one in time; none beside another user's. */
export async function neighbours({ id, by }: Generation, user: User): Promise<Neighbours> {
  if (by !== null) return { newer: null, older: null }
  return turns().lists.take(user.id, () => records.neighboursOf(id, user.id))
}
