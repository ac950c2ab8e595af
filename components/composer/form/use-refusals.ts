import { useEffect, useEffectEvent, useRef } from 'react'
import type { UseFormReturn, UseFormSetError } from 'react-hook-form'
import type { FramesControl } from '@/components/composer/frames/use-frames'
import type { ProblemAnswer } from '@/lib/client/api'
import { announce } from '@/lib/client/browser'
import { BLANK } from '@/lib/client/draft'
import type { Messages } from '@/lib/shared/messages/en'
import type { Fields, Submission } from '@/lib/shared/models'
import type { FieldReason } from '@/lib/shared/reason'
import { fieldReasonText } from './problem-text'

const isField = (name: string): name is keyof Fields => Object.hasOwn(BLANK, name)

const FIELD_NAMES = Object.keys(BLANK).filter(isField)

/** Error type that tells the server’s refusals from local validation. */
const REFUSED = 'refused'

/** Shows at the fields and images what the server refused, and translates it again when the language changes. */
export function useRefusals(
  form: UseFormReturn<Fields, unknown, Submission>,
  frames: FramesControl,
  messages: Messages,
): (problem: ProblemAnswer) => void {
  const refused = useRef<FieldReason[]>([])

  const translateAgain = useEffectEvent(() => {
    for (const name of FIELD_NAMES) {
      const { error } = form.getFieldState(name)
      const reason = refused.current.find(({ field }) => field === name)
      if (error?.type === REFUSED && reason) {
        form.setError(name, { type: REFUSED, message: fieldReasonText(messages, reason) })
      } else if (error) void form.trigger(name)
    }
  })
  useEffect(() => {
    if (messages) translateAgain()
  }, [messages])

  return (problem) => {
    announce(messages.problems.invalid_input.text(problem))
    refused.current = refuseFields(messages, problem, form.setError)
    refuseFrames(problem, frames)
  }
}

/** Sets the error of each refused field and focuses the first. Returns the reasons shown. */
function refuseFields(
  messages: Messages,
  { reasons = [] }: ProblemAnswer,
  setError: UseFormSetError<Fields>,
): FieldReason[] {
  const refused = reasons.filter(
    (reason): reason is FieldReason => 'field' in reason && isField(reason.field),
  )
  for (const [index, reason] of refused.entries()) {
    if (!isField(reason.field)) continue
    const message = fieldReasonText(messages, reason)
    setError(reason.field, { type: REFUSED, message }, { shouldFocus: index === 0 })
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
