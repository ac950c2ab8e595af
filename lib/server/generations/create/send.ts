import { type ClaimedToSend, queue, type StoredGeneration, uploads } from '@/lib/server/db'
import { type Frames, prepareFrames } from '@/lib/server/generations/files/frames'
import type { StoredImage } from '@/lib/server/generations/files/images'
import { withHeartbeat } from '@/lib/server/generations/heartbeat'
import { settingsOf } from '@/lib/server/generations/read/stored-settings'
import { BACKOFF, expiryOf, postponed } from '@/lib/server/generations/timing'
import { log } from '@/lib/server/log'
import { createTask } from '@/lib/server/provider'
import { refuseWithoutRoom } from '@/lib/server/room'
import { boundsOf } from '@/lib/shared/images/bounds'
import type { Submission } from '@/lib/shared/models'
import { Problem } from '@/lib/shared/problem'
import { keepOutcome } from './keep-outcome'
import { stopQueue } from './stop-queue'

/**
 * Sends a stored submission to the provider once, and stores the outcome before returning it.
 * @param mayWait whether it goes into the queue when the provider is busy or the account is out of credits
 * @throws Problem as prepareFrames and createTask, with the id of the stored `generation`
 */
export async function send(
  stored: StoredGeneration,
  submission: Submission,
  images: StoredImage[],
  mayWait: boolean,
): Promise<StoredGeneration> {
  const sent = await withHeartbeat(stored, () => sendOnce(submission, images, stored.person)).catch(problemOf)
  if (!(sent instanceof Problem)) return accept(stored, sent)
  if (mayWait && (await stopQueue(sent))) return keepOutcome(stored, { status: 'queued' })
  await refuse(stored, sent)
  throw new Problem(sent.code, sent.detail, { ...sent.details, generation: stored.id })
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

/**
 * Sends what was claimed from the queue, and stores the outcome. Until the moment of sending it stays `queued`, so that whatever
 * happens before, somebody sends it later.
 */
export async function sendQueued(held: ClaimedToSend): Promise<void> {
  await withHeartbeat(held, async () => {
    const settings = settingsOf(held)
    if (!settings) return refuse(held, unreadable())
    const { model, prompt } = held
    await sendPrepared(held, { model, prompt, settings })
  })
}

async function sendPrepared(held: ClaimedToSend, submission: Submission): Promise<void> {
  const frames = await framesOf(held, submission).catch((error: unknown) => {
    if (error instanceof Problem) return error
    throw error
  })
  if (frames instanceof Problem) return notPrepared(held, frames)
  try {
    if (!(await queue.begin(held.id, held.lease, expiryOf(submission.settings)))) return
    const sent = await createTask(submission, frames.files).catch(problemOf)
    if (!(sent instanceof Problem)) await accept(held, sent)
    else if (await stopQueue(sent, { unreachable: true })) await keepOutcome(held, { status: 'queued' })
    else await refuse(held, sent)
  } finally {
    await frames.discard()
  }
}

async function framesOf(held: ClaimedToSend, submission: Submission): Promise<Frames> {
  await refuseWithoutRoom() // the taskid that comes back will need disk space as well
  const images = await Promise.all(held.images.map(({ id }) => imageOf(id, held.person)))
  return prepareFrames(images, boundsOf(submission.model), held.person)
}

async function imageOf(id: string, user: string): Promise<StoredImage> {
  const image = await uploads.findUsable(id, user)
  if (image) return image
  throw new Problem('internal', 'An image of this generation is gone, so nothing was sent.')
}

/** What passes by itself, such as a full disk, is waited for; an image that is gone is not. */
async function notPrepared(held: ClaimedToSend, problem: Problem): Promise<void> {
  if (problem.code === 'internal') return refuse(held, problem)
  log().warn({ err: problem, generation: held.id }, 'preparing a queued generation has to wait')
  await queue.postpone(held.id, held.lease, postponed(held.wait, BACKOFF))
}

/** The taskid comes first: nothing may delay writing down what was paid for. */
async function accept(stored: StoredGeneration, { taskid }: { taskid: string }): Promise<StoredGeneration> {
  const kept = await keepOutcome(stored, { status: 'pending', taskid, ...postponed(0) })
  void queue.accepted().catch((error: unknown) => log().warn({ err: error }, 'updating the queue failed'))
  return kept
}

/** Stores a refusal. The caller has a problem to report already: one of storing it is logged. */
async function refuse(stored: StoredGeneration, problem: Problem): Promise<void> {
  const status = problem.code === 'provider_unclear' ? 'unknown' : 'rejected'
  const outcome = { status, failure_code: problem.code, failure_message: problem.detail } as const
  await keepOutcome(stored, outcome).catch((cause: unknown) =>
    log().error({ err: cause, generation: stored.id }, 'saving a rejection failed'),
  )
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

const unreadable = () =>
  new Problem('internal', 'The settings of this generation can’t be read, so nothing was sent.')
