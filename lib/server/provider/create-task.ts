import * as z from 'zod'
import { Fault } from '@/lib/server/fault'
import { findModel, type Submission, toFields } from '@/lib/shared/models'
import { Problem } from '@/lib/shared/problem'
import { refusalOf } from '@/lib/shared/refusal'
import { taskidSchema } from '@/lib/shared/taskid-schema'
import { FAILURE, NO_CREDITS, parseAnswer, SUCCESS } from './answer'
import { CallError, callOnce, type Reply } from './connection'
import { type Frame, multipart } from './multipart'
import { retryAfterSeconds } from './retry-after'
import { scrub } from './scrub'
import { UnreadableReply } from './unreadable-reply'

export type { Frame }

const created = z.object({ taskid: taskidSchema })

const CREATE_TIMEOUT_MS = 60_000

/**
 * Sends a paid create request exactly once. Frames are in order: first frame, then last.
 * @throws Problem out_of_credits | provider_refused | provider_busy: nothing was created
 * @throws Problem provider_unreachable | internal: nothing was sent
 * @throws Problem provider_unclear: sent, answer lost. Never send again without asking a person
 */
export async function createTask(
  submission: Submission,
  frames: Frame[],
  { timeout = CREATE_TIMEOUT_MS } = {},
): Promise<{ taskid: string }> {
  const model = findModel(submission.model)
  if (!model) throw unknownModel(submission.model)
  const form = multipart(
    toFields(submission),
    frames.map((file) => ({ name: 'sourceImage', file })),
  )
  try {
    return taskOf(
      await callOnce({ path: model.path, type: form.type, length: form.length, body: form.body(), timeout }),
    )
  } catch (error) {
    throw error instanceof CallError ? lost(error) : error
  }
}

/** Accepts a taskid with any HTTP status; a refusal only where it is beyond doubt. Everything else is unclear. */
function taskOf(reply: Reply): { taskid: string } {
  const answer = parseAnswer(reply.body)
  const task = answer?.code === SUCCESS ? created.safeParse(answer.data).data : undefined
  if (task) return task
  if (reply.status === 429) throw busy(reply)
  if (reply.status >= 500 || reply.status === 408 || reply.status < 200)
    throw unclear(new UnreadableReply(reply))
  if (answer?.code === NO_CREDITS) throw outOfCredits(reply)
  if (answer?.code === FAILURE || reply.status >= 400) throw refused(reply, answer?.msg ?? '')
  throw unclear(new UnreadableReply(reply))
}

/** A record may name a model that this version no longer has. */
const unknownModel = (id: string) =>
  new Problem(
    'internal',
    'This version doesn’t know the model, so nothing was sent or billed. Choose another one.',
    {
      cause: new Fault(`no model ${id}`),
    },
  )

const lost = (error: CallError): Problem => (error.sent ? unclear(error) : unreachable(error))

const unreachable = (cause: unknown) =>
  new Problem(
    'provider_unreachable',
    'The provider can’t be reached. Nothing was sent; try again in a moment.',
    { cause },
  )

const unclear = (cause: unknown) =>
  new Problem(
    'provider_unclear',
    'The request was sent, but the answer was lost. The task may have been created and billed: check the provider’s console before you send it again.',
    { cause },
  )

const outOfCredits = (reply: Reply) =>
  new Problem(
    'out_of_credits',
    'The account is out of credits. Nothing was created. Top up at tensorai.tensorslab.com.',
    { cause: new UnreadableReply(reply) },
  )

function refused(reply: Reply, reason: string): Problem {
  if (refusalOf(reason) === 'busy') return busy(reply)
  const fallback =
    reply.status === 401
      ? 'The provider rejected the API key.'
      : `The provider rejected the request (HTTP ${reply.status}).`
  return new Problem('provider_refused', scrub(reason) || fallback, { cause: new UnreadableReply(reply) })
}

const busy = (reply: Reply) =>
  new Problem('provider_busy', 'The provider is busy. Nothing was created; try again in a moment.', {
    retryAfter: retryAfterSeconds(reply.retryAfter),
    cause: new UnreadableReply(reply),
  })
