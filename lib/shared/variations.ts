import { DEFAULT_MODEL, MODELS } from './models'

/** How many generations one submission may ask for, bounds inclusive. */
export const VARIATIONS = { min: 1, max: 8 } as const

/** The idempotency key of one of several generations of a submission. @param index from 0 */
export const variationKey = (key: string, index: number): string => `${key}#${index + 1}`

/**
 * The seed of one of several generations: the given one counted up, starting anew after the largest. None was given, or a random
 * one was asked for (-1): the same for all, since the provider picks another each time.
 * @param index from 0
 */
export function variationSeed(seed: number | null, index: number): number | null {
  const { max } = MODELS[DEFAULT_MODEL].parameters.seed
  return seed === null || seed < 0 ? seed : (seed + index) % (max + 1)
}
