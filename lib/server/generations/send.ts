import type { StoredGeneration } from '@/lib/server/db'
import { log } from '@/lib/server/log'
import { createTask } from '@/lib/server/provider'
import { boundsOf } from '@/lib/shared/image-bounds'
import type { Submission } from '@/lib/shared/models'
import { Problem } from '@/lib/shared/problem'
import { prepareFrames } from './frames'
import { withHeartbeat } from './heartbeat'
import type { StoredImage } from './images'
import { keepOutcome } from './keep-outcome'
import { postponed } from './timing'

/**
 * Sends what is written down, once, and writes down what became of it before anyone is told.
 * @throws Problem as prepareFrames and createTask, with the id of the `generation`
 */
export async function send(
  stored: StoredGeneration,
  submission: Submission,
  images: StoredImage[],
): Promise<StoredGeneration> {
  const sending = withHeartbeat(stored, () => sendOnce(submission, images, stored.person))
  const { taskid } = await sending.catch(async (error: unknown) => {
    const problem = problemOf(error)
    const status = problem.code === 'provider_unclear' ? 'unknown' : 'rejected'
    const told = { status, failure_code: problem.code, failure_message: problem.detail } as const
    await keepOutcome(stored, told).catch((cause: unknown) =>
      log().error({ err: cause, generation: stored.id }, 'saving a rejection failed'),
    )
    throw new Problem(problem.code, problem.detail, { ...problem.details, generation: stored.id })
  })
  return keepOutcome(stored, { status: 'pending', taskid, ...postponed(0) })
}

async function sendOnce(
  submission: Submission,
  images: StoredImage[],
  user: string,
): Promise<{ taskid: string }> {
  const frames = await prepareFrames(images, boundsOf(submission.model), user)
  try {
    return await createTask(submission, frames.files)
  } finally {
    await frames.discard()
  }
}

/** What went wrong in a way nobody foresaw may have gone wrong after the sending: that is unclear, not refused. */
const problemOf = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem(
        'provider_unclear',
        'Something went wrong while sending. The task may have been created and billed: check the provider’s console before you send it again.',
        { cause: error },
      )
