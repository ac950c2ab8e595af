import type { Eta } from '@/lib/shared/eta'
import { remembering } from './remembering'

const read = remembering(async (json) => (await import('./answers')).etaSchema.parse(json).items)

/**
 * How long videos took on this studio; null when that cannot be had just now, which is no reason to tell anyone: what
 * was known before is as good.
 */
export async function readEta(): Promise<Eta[] | null> {
  try {
    return await read('/api/waiting')
  } catch {
    return null
  }
}
