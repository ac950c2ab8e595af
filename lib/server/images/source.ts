import { stat } from 'node:fs/promises'
import type { ImageReason } from '@/lib/shared/reason'
import { type Header, readHeader } from './decoder'
import { refusal } from './image-refusals'
import { inspect } from './inspect'
import type { Format } from './signature'
import { pixelsReason } from './size'

/** An image that can be decoded, as its framing and its header tell. */
export type Source = { file: string; bytes: number; format: Format; lossless: boolean; header: Header }

/**
 * Looks over a file of which nothing is known, without decoding a pixel.
 * @param place 1 for the first frame, 2 for the last; only named in a refusal
 * @throws Problem unsupported_media | too_large | invalid_input, or the disk's own error
 */
export async function examine(file: string, slot: 1 | 2 | null): Promise<Source> {
  const inspected = await inspect(file, slot)
  if ('type' in inspected) throw refusal(inspected)
  const { format, structure } = inspected
  const header = await readHeader(file, structure.scans).catch(blame(slot))
  if (header.format !== format) throw refusal({ type: 'image_type', image: slot, found: null })
  if (header.pages > 1) throw refusal({ type: 'image_animated', image: slot })
  const reason = pixelsReason(header, slot)
  if (reason) throw refusal(reason)
  const { size: bytes } = await stat(file)
  return { file, bytes, format, lossless: structure.lossless, header }
}

/** libvips says "system error" where reading or writing failed by no fault of the image, as on a full disk. */
export const blame =
  (image: 1 | 2 | null) =>
  (error: unknown): never => {
    if (!(error instanceof Error) || /\b(system|unix) error\b/.test(error.message)) throw error
    const reason: ImageReason = { type: 'image_damaged', image }
    throw refusal(reason, error)
  }
