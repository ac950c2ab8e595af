import { stat } from 'node:fs/promises'
import { Problem } from '@/lib/shared/problem'
import type { ImageReason } from '@/lib/shared/reason'
import { type Header, readHeader } from './decoder'
import { refusal } from './image-refusals'
import { type Inspected, inspect } from './inspect'
import { pixelsReason } from './pixels-reason'
import type { Format } from './signature'

/** An image found decodable by its structure and header. */
export type Source = { file: string; bytes: number; format: Format; lossless: boolean; header: Header }

/**
 * Examines an untrusted file without decoding a pixel.
 * @param slot 1 first frame, 2 last frame; only named in errors
 * @throws Problem unsupported_media | too_large | invalid_input, or a file system error
 */
export const examine = async (file: string, slot: 1 | 2 | null): Promise<Source> =>
  readSource(file, await expectImageFile(file, slot), slot)

/** The format and structure of an untrusted file. @throws as `examine` */
export async function expectImageFile(file: string, slot: 1 | 2 | null): Promise<Inspected> {
  const inspected = await inspect(file, slot)
  if ('type' in inspected) throw refusal(inspected)
  return inspected
}

/** Reads the header of an inspected file, or of its mended copy. @throws as `examine` */
export async function readSource(
  file: string,
  { format, structure }: Inspected,
  slot: 1 | 2 | null,
): Promise<Source> {
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

/** Whether the decoder found bytes between the parts of a JPEG, and nothing worse before them. */
export const hasStrayBytes = (error: unknown): boolean =>
  isDamage(error) && error instanceof Problem && /extraneous bytes/.test(String(error.cause))

/** Whether an error says that an image is damaged. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Problem && error.details.reasons?.[0]?.type === 'image_damaged'
