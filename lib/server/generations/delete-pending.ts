import { log } from '@/lib/server/log'
import { deleteTask } from '@/lib/server/provider'
import { queue } from '@/lib/server/store'

const AT_ONCE = 20
const RETRY_MS = 60_000

/** Deletes at the provider what was deleted here. What fails is tried again until its time is up. */
export async function deletePending(): Promise<void> {
  const due = await queue.claimDeletions(AT_ONCE, RETRY_MS)
  await Promise.all(due.map(deleteOne))
}

async function deleteOne({ taskid, give_up_at }: { taskid: string; give_up_at: string }): Promise<void> {
  try {
    await deleteTask(taskid)
    await queue.dropDeletion(taskid)
  } catch (error) {
    log().warn({ err: error, taskid }, 'a task could not be deleted at the provider')
    await (Date.parse(give_up_at) < Date.now() ? queue.dropDeletion(taskid) : queue.deletionFailed(taskid))
  }
}
