import type { ImageReason } from '@/lib/shared/reason'
import { type Header, PIXELS } from './decoder'

/** Why an image can't be decoded safely, judged by its header. */
export function pixelsReason({ width, height, kind }: Header, image: number | null): ImageReason | null {
  const limit = PIXELS[kind]
  if (width * height <= limit) return null
  return { type: 'image_too_many_pixels', image, width, height, kind, limit }
}
