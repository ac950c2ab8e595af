import { reasonsEn } from '@/lib/shared/messages/en/reasons'
import { formatReason } from '@/lib/shared/messages/reason-text'
import { Problem } from '@/lib/shared/problem'
import type { FieldReason, ImageReason } from '@/lib/shared/reason'

/** An `invalid_input` problem with every reason as data, and as an English sentence under its field. */
export function invalid(reasons: [FieldReason, ...FieldReason[]]): Problem {
  return new Problem('invalid_input', formatReason(reasonsEn, reasons[0]), {
    errors: errorsOf(reasons),
    reasons,
  })
}

/** The English sentences of reasons, under the fields that they concern. */
export function errorsOf(reasons: readonly (FieldReason | ImageReason)[]): Record<string, string[]> {
  // A Map, because a client may name a field after an object's own property, such as `constructor`.
  const sentences = new Map<string, string[]>()
  for (const reason of reasons) {
    const field = 'field' in reason ? reason.field : 'sourceImage'
    sentences.set(field, [...(sentences.get(field) ?? []), formatReason(reasonsEn, reason)])
  }
  return Object.fromEntries(sentences)
}
