import type { Due } from '@/lib/server/store'
import type { Settings } from '@/lib/shared/seedance'

const DEFAULT_EXPIRY = 172_800 // seconds, the model's own when none is asked for
const MARGIN_MS = 3_600_000 // clocks, queues and our own late looks
const RESULT_MS = 86_400_000 // how long results are known to last once made

/**
 * ms after its deadline for which a task is still asked about while no answer comes, or while it still offers results
 * that were not tried: a studio that was off, or offline, meanwhile loses no film by it.
 */
export const GRACE_MS = 7 * 86_400_000

/** Until when a generation is followed, in ms since 1970: its own expiry, or its results' life, and a margin. */
export function deadlineOf({ created_at, finished_at, settings }: Due): number {
  const { executionExpiresAfter }: Settings = JSON.parse(settings)
  const expires = Date.parse(created_at) + (executionExpiresAfter ?? DEFAULT_EXPIRY) * 1_000
  const fades = finished_at === null ? 0 : Date.parse(finished_at) + RESULT_MS
  return Math.max(expires, fades) + MARGIN_MS
}
