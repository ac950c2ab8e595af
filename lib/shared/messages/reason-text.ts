import type { Reason } from '@/lib/shared/reason'

/** One sentence for each reason: a language that lacks one does not compile. */
export type ReasonWords = { [Is in Reason['is']]: (reason: Extract<Reason, { is: Is }>) => string }

/** The sentence for a reason. */
export function say<Is extends Reason['is']>(
  words: { [Key in Is]: (reason: Extract<Reason, { is: Key }>) => string },
  reason: Extract<Reason, { is: Is }>,
): string {
  return words[reason.is as Is](reason)
}
