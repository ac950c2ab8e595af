import { log } from '@/lib/server/log'
import { readTask } from '@/lib/server/provider'
import type { ResultError } from '@/lib/server/results'
import type { Due, queue } from '@/lib/server/store'
import { deadlineOf, GRACE_MS } from './deadline'
import { ended, givenUp, missing } from './look'
import { postponed } from './timing'

type Change = Parameters<typeof queue.release>[2]

/** What to do about a film that could not be copied yet: ask for its address anew, and try again later. */
export async function retrySaving(generation: Due, failures: ResultError[]): Promise<Change> {
  const found = await askAnew(generation, failures)
  if (Date.now() > lastChance(generation, found)) {
    return ended('result_lost', 'The film was made, but could not be copied here while it was to be had.')
  }
  const barred = failures.find((failure) => failure.reason === 'host_not_allowed')
  return {
    failure_code: barred ? 'host_not_allowed' : null,
    failure_message: barred?.host ?? null,
    save_tries: generation.save_tries + 1,
    ...postponed(generation.wait),
    ...found,
  }
}

/** Past the deadline an answer without new addresses is the end; no answer, or new ones, are tried for a while more. */
function lastChance(generation: Due, found: Change | null): number {
  const hope = found === null || (found.results ?? generation.results) !== generation.results
  return deadlineOf(generation) + (hope ? GRACE_MS : 0)
}

/**
 * Addresses expire; the task knows new ones. That a task is gone counts only when confirmed over several minutes, and
 * that it has failed after all only where nothing is left that could still be copied. null: there was no answer.
 */
async function askAnew(generation: Due, failures: ResultError[]): Promise<Change | null> {
  try {
    const task = await readTask(generation.taskid ?? '')
    if (task === null) return missing(generation)
    const dead = failures.every((failure) => failure.reason === 'address_dead')
    if (task.status === 'failed' && dead && generation.video === null) return givenUp(task)
    return task.urls.length > 0
      ? { missing_since: null, results: JSON.stringify(task.urls) }
      : { missing_since: null }
  } catch (error) {
    log().warn({ err: error, generation: generation.id }, 'could not ask for the address of a film anew')
    return null
  }
}
