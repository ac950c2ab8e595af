import { tagRecords } from '@/lib/server/db'
import { turns } from '@/lib/server/turns'
import type { TagCount } from '@/lib/shared/tags'
import type { User } from '@/lib/shared/user'

const MOST = 500

/** The tags of a user's own generations with how many have each, the most used first; at most 500. */
export async function listTags(user: User): Promise<{ items: TagCount[] }> {
  return { items: await turns().lists.take(user.id, () => tagRecords.counts(user.id, MOST)) }
}
