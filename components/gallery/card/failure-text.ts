import type { ProblemAnswer } from '@/lib/client/api'
import type { Generation } from '@/lib/shared/generation'
import type { FailureMessages } from '@/lib/shared/messages/failures'
import { formatReason } from '@/lib/shared/messages/reason-text'
import { refusalOf } from '@/lib/shared/refusal'

/** What happened, whether anything was created or billed, and what to do now. */
export type Explanation = { title: string; sentences: string[] }

/** Explains a problem from our own server in the user’s language. */
export function problemText(
  messages: FailureMessages,
  problem: Pick<ProblemAnswer, 'code' | 'detail' | 'retryAfter' | 'reasons'>,
): Explanation {
  const refusal = problem.code === 'provider_refused' ? refusalOf(problem.detail) : null
  if (refusal) {
    const { title, text } = messages.refusals[refusal]
    return { title, sentences: [messages.outcomes.nothingCreated, text] }
  }
  const { title, text } = messages.problems[problem.code]
  const limit = problem.reasons?.find((reason) => reason.type === 'over_limit')
  return { title, sentences: [limit ? formatReason(messages.reasons, limit) : text(problem)] }
}

const has = <Table extends object>(table: Table, key: string): key is keyof Table & string =>
  Object.hasOwn(table, key)

/** Why a video that is made is not here yet; undefined while all goes as it usually does. */
export function savingWaitsText(
  { outcomes }: FailureMessages,
  failure: Generation['failure'],
): string | undefined {
  if (failure === null || !has(outcomes.saving, failure.code)) return undefined
  return outcomes.saving[failure.code](failure.message)
}

/** Why a generation has no video. The provider’s own message is shown unless there is a better text for it. */
export function failureText(
  messages: FailureMessages,
  { status, failure }: Pick<Generation, 'status' | 'failure'>,
): Explanation {
  const { code, message } = failure ?? { code: '', message: '' }
  if (code === 'taskid_taken') {
    const { title, text } = messages.outcomes.taskidTaken
    return { title, sentences: [text] }
  }
  if (status === 'unknown') return problemText(messages, { code: 'provider_unclear', detail: message })
  if (status === 'rejected') {
    return problemText(messages, {
      code: has(messages.problems, code) ? code : 'provider_refused',
      detail: message,
    })
  }
  const refusal = refusalOf(message)
  const { failed, maybeBilled } = messages.outcomes
  const { title, text } = refusal
    ? messages.refusals[refusal]
    : failed[has(failed, code) ? code : 'generation_failed']
  return { title, sentences: [typeof text === 'string' ? text : text(message), maybeBilled] }
}
