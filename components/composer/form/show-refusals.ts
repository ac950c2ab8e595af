import type { UseFormReturn } from 'react-hook-form'
import type { Frame, Frames } from '@/components/composer/frames/frames'
import type { FramesControl } from '@/components/composer/frames/use-frames'
import type { ProblemAnswer } from '@/lib/client/api'
import { announce } from '@/lib/client/browser'
import { BLANK } from '@/lib/client/draft'
import type { Messages } from '@/lib/shared/messages/en'
import type { Locale } from '@/lib/shared/messages/locale'
import type { Fields, Submission } from '@/lib/shared/models'
import type { FieldReason } from '@/lib/shared/reason'
import { fieldReasonText, refusedText } from './problem-text'

type Form = UseFormReturn<Fields, unknown, Submission>
type Language = { messages: Messages; locale: Locale }

const isField = (name: string): name is keyof Fields => Object.hasOwn(BLANK, name)

/** Tells what the server refused from what was found wrong here. */
const REFUSED = 'refused'

/** Shows at the fields and images what the server refused, and focuses the first field. @returns the reasons shown at fields */
export function showRefusals(
  problem: ProblemAnswer,
  { form, frames, messages, locale }: Language & { form: Form; frames: FramesControl },
): FieldReason[] {
  refuseFrames(problem, frames)
  announce(refusedText(locale, problem))
  const refused = (problem.reasons ?? []).filter(
    (reason): reason is FieldReason => 'field' in reason && isField(reason.field),
  )
  for (const [index, reason] of refused.entries()) {
    if (!isField(reason.field)) continue
    const message = fieldReasonText(messages, locale, reason)
    form.setError(reason.field, { type: REFUSED, message }, { shouldFocus: index === 0 })
  }
  return refused
}

function refuseFrames(problem: ProblemAnswer, { frames, refuse }: FramesControl): void {
  for (const reason of problem.reasons ?? []) {
    if (!('image' in reason)) continue
    const frame = frames[(reason.image ?? 1) - 1]
    if (frame) refuse(frame.token, { ...problem, reasons: [reason] })
  }
}

/** Shows them again, in another language; what was found wrong here is checked anew. */
export function showAgain(form: Form, refused: readonly FieldReason[], { messages, locale }: Language): void {
  for (const name of Object.keys(BLANK).filter(isField)) {
    const { error } = form.getFieldState(name)
    const reason = refused.find(({ field }) => field === name)
    if (error?.type === REFUSED && reason) {
      form.setError(name, { type: REFUSED, message: fieldReasonText(messages, locale, reason) })
    } else if (error) void form.trigger(name)
  }
}

/**
 * The photos that the server no longer has, when that is all that stood against a submission. Found by their ids, since the slots
 * may have changed meanwhile.
 */
export function goneIn({ reasons = [] }: ProblemAnswer, frames: Frames): Frame[] | null {
  const gone = reasons.map((reason) =>
    frames.find(
      ({ upload }) => reason.type === 'unknown_image' && upload.type === 'done' && upload.id === reason.id,
    ),
  )
  const found = gone.filter((frame) => frame !== undefined)
  return found.length > 0 && found.length === gone.length ? found : null
}
