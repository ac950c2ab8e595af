import { records, type StoredGeneration } from '@/lib/server/db'
import { canBeFollowedAgain } from '@/lib/shared/followable'
import { Problem } from '@/lib/shared/problem'

/**
 * Follows again what was given up because nothing could be seen or fetched. Nothing is sent and nothing is billed. What
 * was finished is fetched again, the rest looked at.
 * @returns undefined when there is no such generation
 * @throws Problem invalid_input: it did not end in such a way
 */
export async function followAgain(id: string, user: string): Promise<StoredGeneration | undefined> {
  const found = await records.find(id, user)
  if (!found) return undefined
  const { status, taskid, failure_code: code } = found
  const failure = code === null ? null : { code, message: '' }
  const followed =
    canBeFollowedAgain({ status, taskid, failure }) &&
    (await records.update(id, user, ['failed'], {
      status: found.results === null ? 'pending' : 'saving',
      ...AS_NEW,
      due_at: new Date().toISOString(),
    }))
  if (followed) return followed
  throw new Problem(
    'invalid_input',
    'Only generations that failed with task_gone, task_expired or result_lost can be followed again.',
  )
}

const AS_NEW = {
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
