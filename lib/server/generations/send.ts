import { setTimeout as pause } from 'node:timers/promises'
import { openFile } from '@/lib/server/files'
import { log } from '@/lib/server/log'
import { createTask, type Frame } from '@/lib/server/provider'
import { records, type StoredGeneration } from '@/lib/server/store'
import { Problem } from '@/lib/shared/problem'
import type { Submission } from '@/lib/shared/seedance'
import { whileAlive } from './heartbeat'
import type { StoredImage } from './images'
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
    await settle(stored, { status, failure_code: problem.code, failure_message: problem.detail })
    throw new Problem(problem.code, problem.detail, { ...problem.details, generation: stored.id })
  })
  return keepTaskid(stored, taskid)
}

async function sendOnce(submission: Submission, images: StoredImage[]): Promise<{ taskid: string }> {
  return createTask(submission, await Promise.all(images.map(frame)))
}

/** An image as a file to send. Its name says its place and nothing about the person's disk. */
async function frame({ id, type }: StoredImage, index: number): Promise<Frame> {
  const file = await openFile(keyOf.image(id))
  if (!file) {
    throw new Problem('internal', 'An image could not be read, so nothing was sent. Upload it again.', {
      cause: new Error(`the file of image ${id} is gone`),
    })
  }
  return { name: `image-${index + 1}.${type.replace('image/', '')}`, type, ...file }
}

type Outcome = Parameters<typeof records.update>[3]

/** A sender that was taken for dead may still come back with its answer: then `unknown` was wrong, and ends. */
async function settle({ id, person }: StoredGeneration, outcome: Outcome): Promise<StoredGeneration> {
  const settled = await records.update(id, person, ['submitting', 'unknown'], {
    failure_code: null,
    failure_message: null,
    lease: null,
    lease_until: null,
    ...outcome,
  })
  if (settled) return settled
  const standing = await records.find(id, person)
  // A person may have been quicker and entered the very taskid that comes back now.
  if (standing && outcome.taskid === standing.taskid) return standing
  throw new Error(`generation ${id} is gone or settled otherwise`)
}

const TRIES = 6

/** A taskid that has arrived stands for money: a database that fails just now is tried again before anyone gives up. */
async function keepTaskid(stored: StoredGeneration, taskid: string): Promise<StoredGeneration> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await settle(stored, { status: 'pending', taskid, ...postponed(0) })
    } catch (error) {
      log().error(
        { err: error, generation: stored.id, taskid, attempt },
        'a taskid could not be written down',
      )
      if (attempt === TRIES) throw notKept(stored.id, taskid, error)
      await pause(100 * 2 ** attempt)
    }
  }
}

const notKept = (generation: string, taskid: string, cause: unknown) =>
  new Problem(
    'internal',
    `The provider accepted the task as ${taskid}, but it could not be written down here. Keep this number: it can be entered at the generation later.`,
    { generation, cause },
  )

/** What went wrong in a way nobody foresaw may have gone wrong after the sending: that is unclear, not refused. */
const problemOf = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem(
        'provider_unclear',
        'Something went wrong while sending. The task may have been created and billed: look it up at the provider before sending it again.',
        { cause: error },
      )
