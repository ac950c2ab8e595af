import { open } from 'node:fs/promises'
import type { ImageReason } from '@/lib/shared/reason'
import { Bytes } from './bytes'
import { isDisguised } from './disguise'
import { type Format, HEAD, recognise } from './signature'
import { readStructure, type Structure } from './structure'

/** Most bytes of an upload and of the stored copy: the provider's limit for a whole request. */
export const UPLOAD_LIMIT = 64_000_000

/** What a file's bytes say of it. */
export type Inspected = { format: Format; structure: Structure }

/** Checks an untrusted file without decoding it, cheapest checks first. */
export async function inspect(file: string, image: number | null): Promise<Inspected | ImageReason> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    if (size > UPLOAD_LIMIT) return { type: 'image_too_heavy', image, limit: UPLOAD_LIMIT }
    const bytes = new Bytes(handle, size)
    const signature = recognise(await bytes.at(0, HEAD))
    if (signature.format === null) return { type: 'image_type', image, found: signature.found }
    const structure = await readStructure(bytes, signature.format)
    if (structure === null) return { type: 'image_damaged', image }
    if (structure.animated) return { type: 'image_animated', image }
    if (await isDisguised(bytes, structure.end)) return { type: 'image_disguised', image }
    return { format: signature.format, structure }
  } finally {
    await handle.close()
  }
}
