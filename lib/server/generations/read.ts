import { records } from '@/lib/server/db'
import type { Generation } from '@/lib/shared/generation'
import { Problem } from '@/lib/shared/problem'
import type { Person } from '@/lib/shared/user'
import { present } from './to-response'
import { turns } from './turns'

/** One generation. @throws Problem not_found, also for another person's that is not shared. */
export async function read(id: string, person: Person): Promise<Generation> {
  const found = await turns().lists.take(person.id, () => records.findVisible(id, person.id))
  if (!found) throw new Problem('not_found', 'There is no such generation.')
  return present(found, person)
}
