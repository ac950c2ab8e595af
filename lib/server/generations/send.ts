import { Fault } from '@/lib/server/fault'
import { openFile } from '@/lib/server/files'
import { log } from '@/lib/server/log'
import { createTask, type Frame } from '@/lib/server/provider'
import type { StoredGeneration } from '@/lib/server/store'
import type { Submission } from '@/lib/shared/models'
import { Problem } from '@/lib/shared/problem'
import { whileAlive } from './heartbeat'
import type { StoredImage } from './images'
import { keepOutcome } from './keep-outcome'
import { keyOf } from './saved-files'
import { postponed } from './timing'

/**
 * Sends what is written down, once, and writes down what became of it before anyone is told.
 * @throws Problem as createTask, with the id of the `generation`
 */
export async function send(
  stored: StoredGeneration,
  submission: Submission,
  images: StoredImage[],
): Promise<StoredGeneration> {
  const sending = whileAlive(stored, () => sendOnce(submission, images))
  const { taskid } = await sending.catch(async (error: unknown) => {
    const problem = problemOf(error)
    const status = problem.code === 'provider_unclear' ? 'unknown' : 'rejected'
    const told = { status, failure_code: problem.code, failure_message: problem.detail } as const
    await keepOutcome(stored, told).catch((cause: unknown) =>
      log().error({ err: cause, generation: stored.id }, 'a refusal could not be written down'),
    )
    throw new Problem(problem.code, problem.detail, { ...problem.details, generation: stored.id })
  })
  return keepOutcome(stored, { status: 'pending', taskid, ...postponed(0) })
}

async function sendOnce(submission: Submission, images: StoredImage[]): Promise<{ taskid: string }> {
  return createTask(submission, await Promise.all(images.map(frame)))
}

/** An image as a file to send. Its name says its place and nothing about the person's disk. */
async function frame({ id, type }: StoredImage, index: number): Promise<Frame> {
  const file = await openFile(keyOf.image(id))
  if (!file) {
    throw new Problem('internal', 'An image could not be read, so nothing was sent. Upload it again.', {
      cause: new Fault(`the file of image ${id} is gone`),
    })
  }
  return { name: `image-${index + 1}.${type.replace('image/', '')}`, type, ...file }
}

/** What went wrong in a way nobody foresaw may have gone wrong after the sending: that is unclear, not refused. */
const problemOf = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem(
        'provider_unclear',
        'Something went wrong while sending. The task may have been created and billed: look it up at the provider before sending it again.',
        { cause: error },
      )
