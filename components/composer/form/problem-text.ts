import type { Upload } from '@/components/composer/frames/frames'
import type { Messages } from '@/lib/shared/messages/en'
import type { Pressable } from '@/lib/shared/messages/en/frames'
import { formatReason } from '@/lib/shared/messages/reason-text'
import type { FieldReason, Reason } from '@/lib/shared/reason'

/**
 * The same reason with the slot filled in, which the page knows and the server does not: 1 first frame, 2 last frame.
 */
const withSlot = (reason: Reason, image: 1 | 2): Reason => ('image' in reason ? { ...reason, image } : reason)

/** Why an upload failed, in the user’s language; undefined while nothing is wrong. */
export function uploadText(messages: Messages, upload: Upload, image: 1 | 2): Pressable | undefined {
  if (upload.type === 'broken') return [messages.frames.noAnswer]
  if (upload.type !== 'refused') return undefined
  const { reasons = [], ...problem } = upload.problem
  if (reasons.length === 0) return [messages.problems[problem.code].text(problem)]
  return reasons.flatMap((reason, index) => [
    index > 0 ? ' ' : '',
    ...imageReasonText(messages, withSlot(reason, image), image),
  ])
}

/** Reasons that the form offers a remedy for have texts of their own. */
function imageReasonText({ frames, reasons }: Messages, reason: Reason, image: 1 | 2): Pressable {
  if (reason.type === 'image_type' && reason.found === 'HEIC') return [frames.heic]
  if (reason.type !== 'image_ratio') return [formatReason(reasons, reason)]
  const { width, height } = reason
  return width > height ? frames.tooWide(image, width, height) : frames.tooTall(image, width, height)
}

/** Why a field was refused. Uses the field’s label on the page instead of the provider’s name for it. */
export function fieldReasonText({ reasons, composer, parameters }: Messages, reason: FieldReason): string {
  const labels = new Map(Object.entries(parameters).map(([name, { label }]) => [name, label]))
  labels.set('model', composer.model)
  return formatReason(reasons, { ...reason, field: labels.get(reason.field) ?? reason.field })
}
