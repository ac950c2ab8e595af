import type { Eta } from '@/lib/shared/eta'
import { remembering } from './remembering'

const read = remembering(async (json) => (await import('./answers')).etaSchema.parse(json).items)

/**
 * How long recent videos took; null if that is unavailable, which needs no error message: the page keeps the last
 * values.
 */
export async function readEta(): Promise<Eta[] | null> {
  try {
    return await read('/api/waiting')
  } catch {
    return null
  }
}
