import type { Reason } from '@/lib/shared/reason'

/** One sentence for each reason: a language that lacks one does not compile. */
export type ReasonText = { [Is in Reason['type']]: (reason: Extract<Reason, { type: Is }>) => string }

/** The sentence for a reason. */
export function say<Is extends Reason['type']>(
  messages: { [Key in Is]: (reason: Extract<Reason, { type: Key }>) => string },
  reason: Extract<Reason, { type: Is }>,
): string {
  return messages[reason.type as Is](reason)
}
