import { rm } from 'node:fs/promises'
import { boundsReason } from '@/lib/shared/images/bounds'
import { type Size, within } from '@/lib/shared/images/kept-size'
import type { ImageBounds } from '@/lib/shared/models'
import { type Encoded, encode } from './encode'
import { refusal } from './image-refusals'
import { examine } from './source'
import { type Asker, inTurn } from './turns'

/** True when a model accepts an admitted image unchanged. Call `refuseUnfit` first. */
export const isWithin = (
  { width, height, bytes }: Pick<Encoded, 'width' | 'height' | 'bytes'>,
  { maxSide, maxBytes }: ImageBounds,
): boolean => Math.max(width, height) <= maxSide && bytes <= maxBytes

/**
 * Refuses an image that scaling down can't bring within a model's bounds: a side too short, or a ratio too far from square.
 * @throws Problem invalid_input naming the bound
 */
export function refuseUnfit(size: Size, slot: 1 | 2 | null, bounds: ImageBounds): void {
  const reason = boundsReason(size, slot, bounds)
  if (reason) throw refusal(reason)
}

/**
 * Writes an admitted image to `into` within a model's longest side and bytes: the whole image in its ratio, scaled down no further
 * than necessary, and lossless only where `admit` would keep it so and it isn't too heavy. Deterministic: the same image and bounds
 * give the same bytes. Leaves nothing at `into` after a failure.
 * @throws Problem rate_limited: the queue is full
 * @throws Error file system errors unchanged
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
