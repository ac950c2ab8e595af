import { useEffect, useEffectEvent, useRef } from 'react'
import type { UseFormReturn, UseFormSetError } from 'react-hook-form'
import type { FramesControl } from '@/components/composer/frames/use-frames'
import type { ProblemAnswer } from '@/lib/client/api'
import { announce } from '@/lib/client/browser'
import { BLANK } from '@/lib/client/draft'
import type { Messages } from '@/lib/shared/messages/en'
import type { Locale } from '@/lib/shared/messages/locale'
import type { Fields, Submission } from '@/lib/shared/models'
import type { FieldReason } from '@/lib/shared/reason'
import { loadChecks } from './resolver'

const isField = (name: string): name is keyof Fields => Object.hasOwn(BLANK, name)

const FIELD_NAMES = Object.keys(BLANK).filter(isField)

/** Tells what the server refused from what was found wrong here. */
const REFUSED = 'refused'

/** Shows at the fields and images what the server refused, and translates it again when the language changes. */
export function useRefusals(
  form: UseFormReturn<Fields, unknown, Submission>,
  frames: FramesControl,
  messages: Messages,
  locale: Locale,
): (problem: ProblemAnswer) => Promise<void> {
  const refused = useRef<FieldReason[]>([])

  const sayAgain = useEffectEvent(async () => {
    if (FIELD_NAMES.every((name) => !form.getFieldState(name).error)) return
    const { fieldReasonText } = await loadChecks()
    for (const name of FIELD_NAMES) {
      const { error } = form.getFieldState(name)
      const reason = refused.current.find(({ field }) => field === name)
      if (error?.type === REFUSED && reason) {
        form.setError(name, { type: REFUSED, message: fieldReasonText(messages, locale, reason) })
      } else if (error) void form.trigger(name)
    }
  })
  useEffect(() => {
    if (messages) void sayAgain()
  }, [messages])

  return async (problem) => {
    refuseFrames(problem, frames)
    const { fieldReasonText, refusedText } = await loadChecks()
    announce(refusedText(locale, problem))
    refused.current = refuseFields(problem, form.setError, (reason) =>
      fieldReasonText(messages, locale, reason),
    )
  }
}

/** Sets the error of each refused field and focuses the first. Returns the reasons shown. */
function refuseFields(
  { reasons = [] }: ProblemAnswer,
  setError: UseFormSetError<Fields>,
  textOf: (reason: FieldReason) => string,
): FieldReason[] {
  const refused = reasons.filter(
    (reason): reason is FieldReason => 'field' in reason && isField(reason.field),
  )
  for (const [index, reason] of refused.entries()) {
    if (!isField(reason.field)) continue
    setError(reason.field, { type: REFUSED, message: textOf(reason) }, { shouldFocus: index === 0 })
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
