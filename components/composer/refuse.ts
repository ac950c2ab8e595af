import type { UseFormSetError } from 'react-hook-form'
import type { ProblemAnswer } from '@/lib/client/api'
import { announce } from '@/lib/client/browser'
import { BLANK } from '@/lib/client/draft'
import type { Fields } from '@/lib/shared/models'
import type { FieldReason } from '@/lib/shared/reason'
import type { Words } from '@/lib/shared/words/en'
import { sayFieldReason } from './say-problem'
import type { FramesControl } from './use-frames'

const isField = (name: string): name is keyof Fields => Object.hasOwn(BLANK, name)

export const FIELD_NAMES = Object.keys(BLANK).filter(isField)

/** Tells what the server refused from what was found wrong here. */
export const REFUSED = 'refused'

/** What the server did not take, said where it was entered. Returns what it said of the fields. */
export function refuseInput(
  words: Words,
  problem: ProblemAnswer,
  frames: FramesControl,
  setError: UseFormSetError<Fields>,
): FieldReason[] {
  announce(words.problems.invalid_input.text(problem))
  const reasons = problem.reasons ?? []
  const fields = reasons.filter((reason): reason is FieldReason => 'field' in reason && isField(reason.field))
  for (const [index, reason] of fields.entries()) {
    if (!isField(reason.field)) continue
    const message = sayFieldReason(words, reason)
    setError(reason.field, { type: REFUSED, message }, { shouldFocus: index === 0 })
  }
  for (const reason of reasons) {
    if (!('image' in reason)) continue
    const frame = frames.frames[(reason.image ?? 1) - 1]
    if (frame) frames.refuse(frame.token, { ...problem, reasons: [reason] })
  }
  return fields
}
