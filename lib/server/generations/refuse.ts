import { Problem } from '@/lib/shared/problem'
import type { FieldReason } from '@/lib/shared/reason'
import { say } from '@/lib/shared/words/reason-words'
import { reasonsEn } from '@/lib/shared/words/reasons-en'

/** The answer to a wrong request: every reason as data and as an English sentence at its field. */
export function invalid(reasons: [FieldReason, ...FieldReason[]]): Problem {
  const errors: Record<string, string[]> = {}
  for (const reason of reasons) {
    errors[reason.field] = [...(errors[reason.field] ?? []), say(reasonsEn, reason)]
  }
  return new Problem('invalid_input', say(reasonsEn, reasons[0]), { errors, reasons })
}
