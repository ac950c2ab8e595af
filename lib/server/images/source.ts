import { stat } from 'node:fs/promises'
import type { ImageReason } from '@/lib/shared/reason'
import { type Header, readHeader } from './decoder'
import { refusal } from './image-refusals'
import { inspect } from './inspect'
import type { Format } from './signature'
import { pixelsReason } from './size'

/** An image found decodable by its structure and header. */
export type Source = { file: string; bytes: number; format: Format; lossless: boolean; header: Header }

/**
 * Examines an untrusted file without decoding a pixel.
 * @param slot 1 first frame, 2 last frame; only named in errors
 * @throws Problem unsupported_media | too_large | invalid_input, or a file system error
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

/** Reports decoder errors as a damaged image. libvips says "system error" when reading or writing failed, as on a full disk: rethrown. */
export const blame =
  (image: 1 | 2 | null) =>
  (error: unknown): never => {
    if (!(error instanceof Error) || /\b(system|unix) error\b/.test(error.message)) throw error
    const reason: ImageReason = { type: 'image_damaged', image }
    throw refusal(reason, error)
  }
