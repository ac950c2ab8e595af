import { rm } from 'node:fs/promises'
import { boundsReason } from '@/lib/shared/image-bounds'
import type { ImageBounds } from '@/lib/shared/models'
import type { Admitted } from './admit'
import { type Encoded, encode } from './encode'
import { refusal } from './image-refusals'
import { type Size, within } from './size'
import { examine } from './source'
import { type Asker, inTurn } from './turns'

/** Whether a model takes an admitted image as it is, byte for byte, once `refuseUnfit` has let it pass. */
export const isWithin = (
  { width, height, bytes }: Pick<Admitted, 'width' | 'height' | 'bytes'>,
  { maxSide, maxBytes }: ImageBounds,
): boolean => Math.max(width, height) <= maxSide && bytes <= maxBytes

/**
 * Refuses an image that no scaling down brings within a model's bounds: with too small a side or too far from a square.
 * @throws Problem invalid_input that names the bound
 */
export function refuseUnfit(size: Size, slot: 1 | 2, bounds: ImageBounds): void {
  const reason = boundsReason(size, slot, bounds)
  if (reason) throw refusal(reason)
}

/**
 * Writes an admitted image to `into` within a model's longest side and bytes: the whole picture in its ratio, scaled
 * down as little as that takes. It is lossless only as far as admit lets it be, and if it is not too heavy so. The same
 * image and bounds give the same bytes.
 * @throws Problem rate_limited: too many wait already
 * @throws Error of the disk, as it came. Nothing is left at `into` after any failure.
 */
export async function fitToBounds(
  file: string,
  into: string,
  { maxSide, maxBytes }: ImageBounds,
  asker: Asker,
): Promise<Encoded> {
  const source = await examine(file, null)
  const target = { size: within(source.header, maxSide), bytes: maxBytes }
  try {
    const encoded = await inTurn(source.header.heavy, asker, () => encode(source, target, into))
    if (encoded) return encoded
    throw refusal({ type: 'image_too_heavy', image: null, limit: maxBytes })
  } catch (error) {
    await rm(into, { force: true })
    throw error
  }
}
