import { openFile } from '@/lib/server/files'
import { createTask, type Frame } from '@/lib/server/provider'
import { type StoredGeneration, updateGeneration } from '@/lib/server/store'
import { Problem } from '@/lib/shared/problem'
import type { Submission } from '@/lib/shared/seedance'
import { imageKey, type StoredImage } from './images'

/**
 * Sends what is written down, once, and writes down what became of it before anyone is told.
 * @throws Problem as createTask, with the id of the `generation`
 */
export async function send(
  { id }: StoredGeneration,
  submission: Submission,
  images: StoredImage[],
): Promise<StoredGeneration> {
  const { taskid } = await sendOnce(submission, images).catch(async (error: unknown) => {
    const problem = problemOf(error)
    const status = problem.code === 'provider_unclear' ? 'unknown' : 'rejected'
    await updateGeneration(id, ['submitting'], {
      status,
      failure_code: problem.code,
      failure_message: problem.detail,
    })
    throw new Problem(problem.code, problem.detail, { ...problem.details, generation: id })
  })
  return updateGeneration(id, ['submitting'], { status: 'pending', taskid })
}

async function sendOnce(submission: Submission, images: StoredImage[]): Promise<{ taskid: string }> {
  return createTask(submission, await Promise.all(images.map(frame)))
}

/** An image as a file to send. Its name says its place and nothing about the person's disk. */
async function frame({ id, type }: StoredImage, index: number): Promise<Frame> {
  const file = await openFile(imageKey(id))
  if (!file) throw notSent(new Error(`the file of image ${id} is gone`))
  return { name: `image-${index + 1}.${type.replace('image/', '')}`, type, ...file }
}

const notSent = (cause: unknown) =>
  new Problem('internal', 'An image could not be read, so nothing was sent. Upload it again.', { cause })

/** What went wrong in a way nobody foresaw may have gone wrong after the sending: that is unclear, not refused. */
const problemOf = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem(
        'provider_unclear',
        'Something went wrong while sending. The task may have been created and billed: look it up at the provider before sending it again.',
        { cause: error },
      )
