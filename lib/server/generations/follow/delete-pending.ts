import { dueWork } from '@/lib/server/db'
import { log } from '@/lib/server/log'
import { deleteTask } from '@/lib/server/provider'
import { elapsedMs, sinceAsCounted } from './since'

const BATCH_SIZE = 20
export const RETRY_MS = 60_000
/** ms counted between two tries at most, so that neither a clock set forward nor downtime makes us give up. */
const MAX_COUNTED_MS = 3_600_000

type Due = Awaited<ReturnType<typeof dueWork.claimDeletions>>[number]

/** Deletes the tasks of deleted generations at the provider; retries failures until `give_up_at`. */
export async function deletePending(): Promise<void> {
  const due = await dueWork.claimDeletions(BATCH_SIZE, RETRY_MS)
  await Promise.all(due.map(deleteOne))
}

async function deleteOne({ taskid, give_up_at, due_at }: Due): Promise<void> {
  try {
    await deleteTask(taskid)
    await dueWork.dropDeletion(taskid)
  } catch (error) {
    log().warn({ err: error, taskid }, 'deleting a task at the provider failed')
    const giveUpAt = sinceAsCounted(give_up_at, due_at, MAX_COUNTED_MS)
    if (elapsedMs(giveUpAt) > 0) await dueWork.dropDeletion(taskid)
    else await dueWork.deletionFailed(taskid, giveUpAt)
  }
}
