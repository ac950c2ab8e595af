import type { ProblemAnswer } from '@/lib/client/api'
import type { Messages } from '@/lib/shared/messages/en'
import { FAILURES } from '@/lib/shared/messages/failures'
import type { Locale } from '@/lib/shared/messages/locale'
import { formatReason } from '@/lib/shared/messages/reason-text'

/** Why the server did not carry out a decision about a video, in the reader's language as far as it is known there. */
export function refusalText(
  { decisions }: Pick<Messages, 'decisions'>,
  locale: Locale,
  { code, detail, reasons = [] }: ProblemAnswer,
): string {
  const [reason] = reasons
  if (code !== 'invalid_input') return decisions.saysBesides(FAILURES[locale].problems[code].title, detail)
  return reason ? formatReason(FAILURES[locale].reasons, reason) : decisions.says(detail)
}
