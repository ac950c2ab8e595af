import type { ProblemAnswer } from '@/lib/client/api'
import type { Messages } from '@/lib/shared/messages/en'
import { photoReasonsEn } from '@/lib/shared/messages/en/photo-reasons'
import { FAILURES } from '@/lib/shared/messages/failures'
import type { Locale } from '@/lib/shared/messages/locale'
import { formatReason } from '@/lib/shared/messages/reason-text'
import { photoReasonsZh } from '@/lib/shared/messages/zh/photo-reasons'
import type { FieldReason, Reason } from '@/lib/shared/reason'

/**
 * The same reason with the slot filled in, which the page knows and the server does not: 1 first frame, 2 last frame.
 */
const withSlot = (reason: Reason, image: 1 | 2): Reason => ('image' in reason ? { ...reason, image } : reason)

/** Why an image was refused, in the reader's language. */
export function imageRefusalText(
  messages: Messages,
  locale: Locale,
  { reasons = [], ...problem }: ProblemAnswer,
  image: 1 | 2,
): string {
  if (reasons.length === 0) return FAILURES[locale].problems[problem.code].text(problem)
  return reasons
    .map((reason) => imageReasonText(locale, withSlot(reason, image), image))
    .join(messages.frames.betweenSentences)
}

/** What the form can do something about, it says in its own words. */
function imageReasonText(locale: Locale, reason: Reason, image: 1 | 2): string {
  const messages = { en: photoReasonsEn, zh: photoReasonsZh }[locale]
  if (reason.type === 'image_type' && reason.found === 'HEIC') return messages.heic
  if (reason.type !== 'image_ratio') return formatReason(FAILURES[locale].reasons, reason)
  const { width, height } = reason
  return width > height ? messages.tooWide(image, width, height) : messages.tooTall(image, width, height)
}

/** Why a field was not taken; called by its name on the page, not by the provider's. */
export function fieldReasonText(
  { composer, parameters }: Messages,
  locale: Locale,
  reason: FieldReason,
): string {
  const labels = new Map(Object.entries(parameters).map(([name, { label }]) => [name, label]))
  labels.set('model', composer.model)
  labels.set('count', composer.variations)
  return formatReason(FAILURES[locale].reasons, {
    ...reason,
    field: labels.get(reason.field) ?? reason.field,
  })
}

/** What is said once when the server did not take the fields. */
export const refusedText = (locale: Locale, problem: ProblemAnswer): string =>
  FAILURES[locale].problems.invalid_input.text(problem)
