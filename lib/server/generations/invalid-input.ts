import { reasonsEn } from '@/lib/shared/messages/en/reasons'
import { formatReason } from '@/lib/shared/messages/reason-text'
import { Problem } from '@/lib/shared/problem'
import type { FieldReason } from '@/lib/shared/reason'

/** The answer to a wrong request: every reason as data and as an English sentence at its field. */
export function invalid(reasons: [FieldReason, ...FieldReason[]]): Problem {
  // A map: a stranger may name a field as something that every object has, such as `constructor`.
  const sentences = new Map<string, string[]>()
  for (const reason of reasons) {
    sentences.set(reason.field, [...(sentences.get(reason.field) ?? []), formatReason(reasonsEn, reason)])
  }
  const errors = Object.fromEntries(sentences)
  return new Problem('invalid_input', formatReason(reasonsEn, reasons[0]), { errors, reasons })
}
