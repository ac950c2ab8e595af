import { queue } from '@/lib/server/db'
import { log } from '@/lib/server/log'
import { deleteTask } from '@/lib/server/provider'
import { lasting, sinceAsCounted } from './since'

const AT_ONCE = 20
/** ms between two tries. */
export const RETRY_MS = 60_000
/** ms that count at the most from one try to the next: a clock set forward, or a studio that was off, gives nothing up. */
const COUNTS_MS = 3_600_000

type Due = Awaited<ReturnType<typeof queue.claimDeletions>>[number]

/** Deletes at the provider what was deleted here. What fails is tried again until its time is up. */
export async function deletePending(): Promise<void> {
  const due = await queue.claimDeletions(AT_ONCE, RETRY_MS)
  await Promise.all(due.map(deleteOne))
}

async function deleteOne({ taskid, give_up_at, due_at }: Due): Promise<void> {
  try {
    await deleteTask(taskid)
    await queue.dropDeletion(taskid)
  } catch (error) {
    log().warn({ err: error, taskid }, 'deleting a task at the provider failed')
    const giveUpAt = sinceAsCounted(give_up_at, due_at, COUNTS_MS)
    if (lasting(giveUpAt) > 0) await queue.dropDeletion(taskid)
    else await queue.deletionFailed(taskid, giveUpAt)
  }
}
