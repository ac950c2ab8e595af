import type { Reason } from '@/lib/shared/reason'

/** One sentence per reason: a language that lacks one does not compile. */
export type ReasonText = { [Type in Reason['type']]: (reason: Extract<Reason, { type: Type }>) => string }

/** The sentence for a reason. */
export function formatReason<Type extends Reason['type']>(
  messages: { [Key in Type]: (reason: Extract<Reason, { type: Key }>) => string },
  reason: Extract<Reason, { type: Type }>,
): string {
  return messages[reason.type as Type](reason)
}
