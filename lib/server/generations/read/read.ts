import { records } from '@/lib/server/db'
import { turns } from '@/lib/server/turns'
import type { Generation } from '@/lib/shared/generation'
import { Problem } from '@/lib/shared/problem'
import type { User } from '@/lib/shared/user'
import { respond } from './respond'

/** One generation. @throws Problem not_found, also when it is another person's and not shared */
export async function read(id: string, user: User): Promise<Generation> {
  const found = await turns().lists.take(user.id, () => records.findVisible(id, user.id))
  if (!found) throw new Problem('not_found', 'There is no such generation.')
  return respond(found, user)
}
