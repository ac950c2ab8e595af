import { records, type StoredGeneration } from '@/lib/server/db'
import { canBeFollowedAgain } from '@/lib/shared/followable'
import { Problem } from '@/lib/shared/problem'

/**
 * Resumes a generation that was given up because it couldn't be polled or downloaded. Sends nothing, bills nothing. A finished
 * task is downloaded again, any other is polled.
 * @returns undefined when there is no such generation
 * @throws Problem invalid_input: it failed for another reason, or hasn't failed
 */
export async function followAgain(id: string, user: string): Promise<StoredGeneration | undefined> {
  const found = await records.find(id, user)
  if (!found) return undefined
  const { status, taskid, failure_code: code } = found
  const failure = code === null ? null : { code, message: '' }
  const resumed =
    canBeFollowedAgain({ status, taskid, failure }) &&
    (await records.update(id, user, ['failed'], {
      status: found.results === null ? 'pending' : 'saving',
      ...RESET,
      due_at: new Date().toISOString(),
    }))
  if (resumed) return resumed
  throw new Problem(
    'invalid_input',
    'Only generations that failed with task_gone, task_expired or result_lost can be resumed.',
  )
}

const RESET = {
  failure_code: null,
  failure_message: null,
  wait: 0,
  lease: null,
  lease_until: null,
  missing_since: null,
  seen_at: null,
  trouble_since: null,
  save_tries: 0,
}
