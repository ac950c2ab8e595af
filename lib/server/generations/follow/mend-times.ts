import { dueWork, queue } from '@/lib/server/db'
import { BACKOFF, farthest, LEASE_MS, VAIN } from '@/lib/server/generations/timing'
import { log } from '@/lib/server/log'
import { RETRY_MS } from './delete-pending'

/** Makes due whatever is scheduled beyond the longest wait: only a clock set forward and back can have put it there. */
export async function mendTimes(): Promise<void> {
  const due = await dueWork.mendTimes({
    poll: farthest(BACKOFF),
    save: farthest(VAIN),
    lease: LEASE_MS,
    deletion: 2 * RETRY_MS,
  })
  const mended = due + (await queue.mendTimes(LEASE_MS))
  if (mended > 0)
    log().warn({ mended }, 'due times were too far ahead, so the clock must have been set back: corrected')
}
