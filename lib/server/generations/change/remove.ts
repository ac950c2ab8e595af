import { records } from '@/lib/server/db'
import { filesOf } from '@/lib/server/generations/files/saved-files'
import { storage } from '@/lib/server/storage'
import { Problem } from '@/lib/shared/problem'
import type { User } from '@/lib/shared/user'
import { managerOf } from './manageable'

const GIVE_UP_MS = 86_400_000

/**
 * Deletes a generation: its record, its files, and its task at the provider. Its images stay usable for a day, since the form may
 * hold them or the deletion be a mistake; then the sweep deletes those that no other generation uses. An owner may delete what somebody who has left still shares. Files go last: a crash in between leaves orphans for the sweep,
 * never a record without its video.
 * @throws Problem not_found | invalid_input while it is being sent
 */
export async function remove(id: string, user: User): Promise<void> {
  const manager = await managerOf(id, user)
  const removed = await records.remove(id, manager.id, new Date(Date.now() + GIVE_UP_MS))
  if (!removed) throw await notRemoved(id, manager)
  await storage().delete(filesOf(id))
}

async function notRemoved(id: string, user: User): Promise<Problem> {
  return (await records.find(id, user.id))
    ? new Problem('invalid_input', 'This generation is being sent. Delete it once the provider has answered.')
    : new Problem('not_found', 'There is no such generation.')
}
