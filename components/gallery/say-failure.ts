import type { ProblemAnswer } from '@/lib/client/api'
import type { Generation } from '@/lib/shared/generation'
import { PROBLEMS, type ProblemCode } from '@/lib/shared/problem'
import { refusalOf } from '@/lib/shared/refusal'
import type { Words } from '@/lib/shared/words/en'

export type Telling = { title: string; sentences: string[] }

const isProblem = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code)

/** A problem of our own server, in the reader's language. */
export function tellProblem(
  words: Words,
  { code, detail, retryAfter, incident }: Omit<ProblemAnswer, 'errors'>,
): Telling {
  const refusal = code === 'provider_refused' ? refusalOf(detail) : null
  if (refusal) {
    const { title, text } = words.refusals[refusal]
    return { title, sentences: [words.outcomes.nothingCreated, text] }
  }
  const { title, text } = words.problems[code]
  return { title, sentences: [text({ detail, retryAfter, incident })] }
}

/** Why a generation has no film. What the provider said is shown as it said it, unless we know better words. */
export function tellFailure(
  words: Words,
  { status, failure }: Pick<Generation, 'status' | 'failure'>,
): Telling {
  if (status === 'unknown') return tellProblem(words, { code: 'provider_unclear', detail: '' })
  const code = failure?.code ?? ''
  const message = failure?.message ?? ''
  if (status === 'rejected') {
    if (isProblem(code)) return tellProblem(words, { code, detail: message })
    return { title: words.outcomes.rejected.title, sentences: [words.outcomes.rejected.text] }
  }
  const refusal = refusalOf(message)
  if (refusal) {
    const { title, text } = words.refusals[refusal]
    return { title, sentences: [text, words.outcomes.maybeBilled] }
  }
  const { title, text } = words.outcomes.failed
  return { title, sentences: [message === '' ? text : words.outcomes.failedBecause(message)] }
}
