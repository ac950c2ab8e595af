import { DEFAULT_MODEL, MODELS } from './models'

/**
 * A seed that a video can be made with again, from a number or its digits; null for anything else, such as -1, which asks
 * for a random one.
 */
export function readSeed(value: unknown): number | null {
  const seed = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value
  const { max } = MODELS[DEFAULT_MODEL].parameters.seed
  return typeof seed === 'number' && Number.isInteger(seed) && seed >= 0 && seed <= max ? seed : null
}
