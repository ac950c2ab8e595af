import type { ProblemAnswer } from '@/lib/client/api'
import { useMessages } from '@/lib/client/messages'
import { useModels } from '@/lib/client/models'
import type { Generation } from '@/lib/shared/generation'
import { FAILURES, type FailureMessages } from '@/lib/shared/messages/failures'
import { formatReason } from '@/lib/shared/messages/reason-text'
import { refusalOf } from '@/lib/shared/refusal'
import { otherModelText } from './other-model-text'

/** What happened, what to do now, and whether anything was created or billed where `text` doesn’t say it. */
export type Explanation = { title: string; text: string; money?: string }

/** All of it, in order: reason, what to do, money. `otherModel`: see otherModelText. */
export const sentencesOf = ({ text, money }: Explanation, otherModel: readonly string[]): string[] => [
  text,
  ...otherModel,
  ...(money === undefined ? [] : [money]),
]

/** Explains a problem from our own server in the user’s language. */
export function problemText(
  messages: FailureMessages,
  problem: Pick<ProblemAnswer, 'code' | 'detail' | 'retryAfter' | 'reasons'>,
): Explanation {
  const refusal = problem.code === 'provider_refused' ? refusalOf(problem.detail) : null
  if (refusal) {
    const { title, text } = messages.refusals[refusal]
    return { title, text, money: messages.outcomes.nothingCreated }
  }
  const { title, text } = messages.problems[problem.code]
  const limit = problem.reasons?.find(({ type }) => type === 'over_limit' || type === 'over_budget')
  return { title, text: limit ? formatReason(messages.reasons, limit) : text(problem) }
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
    return messages.outcomes.taskidTaken
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
  return { title, text: typeof text === 'string' ? text : text(message), money: maybeBilled }
}

/** Why a generation has no video, as a title and sentences. */
export function useFailureText(generation: Generation): { title: string; sentences: string[] } {
  const messages = useMessages(FAILURES)
  const { model, failure } = generation
  const text = failureText(messages, generation)
  const other = otherModelText(messages, { model, reason: failure?.message ?? '' }, useModels())
  return { title: text.title, sentences: sentencesOf(text, other) }
}
