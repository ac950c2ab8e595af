import type { Rect, Size } from '@/lib/shared/images/kept-size'
import { reasonsEn } from '@/lib/shared/messages/en/reasons'
import { formatReason } from '@/lib/shared/messages/reason-text'
import { Problem, type ProblemCode } from '@/lib/shared/problem'
import type { ImageReason } from '@/lib/shared/reason'

const CODES = {
  image_type: 'unsupported_media',
  image_animated: 'unsupported_media',
  image_disguised: 'unsupported_media',
  image_too_heavy: 'too_large',
  image_too_many_pixels: 'too_large',
  image_damaged: 'invalid_input',
  image_altered: 'invalid_input',
  image_too_small: 'invalid_input',
  image_ratio: 'invalid_input',
} as const satisfies Record<ImageReason['type'], ProblemCode>

/** The problem that says why an image was refused. */
export function refusal(reason: ImageReason, cause?: unknown): Problem {
  const sentence = formatReason(reasonsEn, reason)
  return new Problem(CODES[reason.type], sentence, {
    errors: { sourceImage: [sentence] },
    reasons: [reason],
    cause,
  })
}

/** @throws Problem invalid_input: the crop reaches over the image's edges */
export function refuseOutside({ x, y, width, height }: Rect, image: Size): void {
  if (x + width <= image.width && y + height <= image.height) return
  const sentence = `crop must lie within the image, which is ${image.width} × ${image.height} px upright.`
  throw new Problem('invalid_input', sentence, {
    errors: { crop: [sentence] },
    reasons: [{ type: 'malformed', field: 'crop' }],
  })
}
