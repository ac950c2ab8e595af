import type { Upload } from '@/components/composer/frames/frames'
import type { Messages } from '@/lib/shared/messages/en'
import type { Pressable } from '@/lib/shared/messages/en/frames'
import { formatReason } from '@/lib/shared/messages/reason-text'
import type { FieldReason, Reason } from '@/lib/shared/reason'

/** The same reason about a place that the person knows and the server did not: 1 first frame, 2 last frame. */
const placed = (reason: Reason, image: 1 | 2): Reason => ('image' in reason ? { ...reason, image } : reason)

/** Why an upload did not come to its end, in the reader's language; undefined when nothing is wrong with it. */
export function uploadText(messages: Messages, upload: Upload, image: 1 | 2): Pressable | undefined {
  if (upload.type === 'broken') return [messages.frames.noAnswer]
  if (upload.type !== 'refused') return undefined
  const { reasons = [], ...problem } = upload.problem
  if (reasons.length === 0) return [messages.problems[problem.code].text(problem)]
  return reasons.flatMap((reason, index) => [
    index > 0 ? ' ' : '',
    ...imageReasonText(messages, placed(reason, image), image),
  ])
}

/** What the form can do something about, it says in its own words. */
function imageReasonText({ frames, reasons }: Messages, reason: Reason, image: 1 | 2): Pressable {
  if (reason.type === 'image_type' && reason.found === 'HEIC') return [frames.heic]
  if (reason.type !== 'image_ratio') return [formatReason(reasons, reason)]
  const { width, height } = reason
  return width > height ? frames.tooWide(image, width, height) : frames.tooTall(image, width, height)
}

/** Why a field was not taken; called by its name on the page, not by the provider's. */
export function fieldReasonText({ reasons, composer, parameters }: Messages, reason: FieldReason): string {
  const labels = new Map(Object.entries(parameters).map(([name, { label }]) => [name, label]))
  labels.set('model', composer.model)
  return formatReason(reasons, { ...reason, field: labels.get(reason.field) ?? reason.field })
}
