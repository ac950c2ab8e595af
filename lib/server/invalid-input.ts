import { reasonsEn } from '@/lib/shared/messages/en/reasons'
import { formatReason } from '@/lib/shared/messages/reason-text'
import { Problem } from '@/lib/shared/problem'
import type { FieldReason } from '@/lib/shared/reason'

/** An `invalid_input` problem with every reason as data, and as an English sentence under its field. */
export function invalid(reasons: [FieldReason, ...FieldReason[]]): Problem {
  // A Map, because a client may name a field after an object's own property, such as `constructor`.
  const sentences = new Map<string, string[]>()
  for (const reason of reasons) {
    sentences.set(reason.field, [...(sentences.get(reason.field) ?? []), formatReason(reasonsEn, reason)])
  }
  const errors = Object.fromEntries(sentences)
  return new Problem('invalid_input', formatReason(reasonsEn, reasons[0]), { errors, reasons })
}
