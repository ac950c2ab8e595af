import { records } from '@/lib/server/db'
import { filesOf } from '@/lib/server/generations/files/saved-files'
import { invalid } from '@/lib/server/invalid-input'
import { storage } from '@/lib/server/storage'
import { Problem } from '@/lib/shared/problem'
import type { User } from '@/lib/shared/user'
import { managerOf } from './manageable'

const GIVE_UP_MS = 86_400_000

type Query = { status?: string }

/**
 * Deletes a generation: its record, its files, and its task at the provider. Its images stay usable for a day, since the form may
 * hold them or the deletion be a mistake; then the sweep deletes those that no other generation uses. An owner may delete what somebody who has left still shares. Files go last: a crash in between leaves orphans for the sweep,
 * never a record without its video.
 * @param query `status=queued`: only while it is queued, so that nobody deletes what is paid for and takes it for unsent
 * @throws Problem not_found | invalid_input while it is being sent, or is queued no longer
 */
export async function remove(id: string, user: User, query: Query = {}): Promise<void> {
  const only = query.status ? parseOnly(query.status) : null
  const manager = await managerOf(id, user)
  const removed = await records.remove(id, manager.id, new Date(Date.now() + GIVE_UP_MS), only)
  if (!removed) throw await notRemoved(id, manager, only)
  await storage().delete(filesOf(id))
}

function parseOnly(status: string): 'queued' {
  if (status === 'queued') return status
  throw invalid([{ type: 'not_one_of', field: 'status', allowed: ['queued'] }])
}

async function notRemoved(id: string, user: User, only: 'queued' | null): Promise<Problem> {
  if (!(await records.find(id, user.id))) return new Problem('not_found', 'There is no such generation.')
  if (only !== null) return invalid([{ type: 'sent_meanwhile', field: 'status' }])
  return new Problem(
    'invalid_input',
    'This generation is being sent. Delete it once the provider has answered.',
  )
}
