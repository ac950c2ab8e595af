import type { StoredGeneration } from '@/lib/server/db'
import { prepareFrames } from '@/lib/server/generations/files/frames'
import type { StoredImage } from '@/lib/server/generations/files/images'
import { withHeartbeat } from '@/lib/server/generations/heartbeat'
import { postponed } from '@/lib/server/generations/timing'
import { log } from '@/lib/server/log'
import { createTask } from '@/lib/server/provider'
import { boundsOf } from '@/lib/shared/image-bounds'
import type { Submission } from '@/lib/shared/models'
import { Problem } from '@/lib/shared/problem'
import { keepOutcome } from './keep-outcome'

/**
 * Sends a stored submission to the provider once, and stores the outcome before returning it.
 * @throws Problem as prepareFrames and createTask, with the id of the stored `generation`
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
    const outcome = { status, failure_code: problem.code, failure_message: problem.detail } as const
    await keepOutcome(stored, outcome).catch((cause: unknown) =>
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

/** An unforeseen error may have happened after sending, so it means `provider_unclear`, not a refusal. */
const problemOf = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem(
        'provider_unclear',
        'Something went wrong while sending. The task may have been created and billed: check the provider’s console before you send it again.',
        { cause: error },
      )
