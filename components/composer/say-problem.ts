import type { ProblemAnswer } from '@/lib/client/api'
import type { FieldReason, Reason } from '@/lib/shared/reason'
import type { Words } from '@/lib/shared/words/en'
import { say } from '@/lib/shared/words/reason-words'

/** The same reason about a place that the person knows and the server did not: 1 first frame, 2 last frame. */
const placed = (reason: Reason, image: 1 | 2): Reason => ('image' in reason ? { ...reason, image } : reason)

/** Why an image was not taken, in the reader's language. */
export function sayImageProblem(words: Words, problem: ProblemAnswer, image: 1 | 2): string[] {
  const reasons = problem.reasons ?? []
  if (reasons.length > 0) return reasons.map((reason) => say(words.reasons, placed(reason, image)))
  return [words.problems[problem.code].text(problem)]
}

/** Why a field was not taken; called by its name on the page, not by the provider's. */
export function sayFieldReason({ reasons, composer }: Words, reason: FieldReason): string {
  const labels = new Map([
    ['ratio', composer.ratio],
    ['duration', composer.duration],
    ['resolution', composer.resolution],
    ['seed', composer.seed],
    ['fps', composer.fps],
    ['execution_expires_after', composer.expires],
    ['generate_audio', composer.sound],
    ['return_last_frame', composer.lastFrame],
    ['websearch', composer.webSearch],
  ])
  return say(reasons, { ...reason, field: labels.get(reason.field) ?? reason.field })
}
