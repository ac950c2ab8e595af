import type { Due } from '@/lib/server/store'
import type { Settings } from '@/lib/shared/models'

const DEFAULT_EXPIRY = 172_800 // seconds, the model's own when none is asked for
const MARGIN_MS = 3_600_000 // clocks, queues and our own late looks

/** When a task's own time at the provider is up, in ms since 1970, with an hour to spare. */
export function deadlineOf({ created_at, settings }: Due): number {
  const { executionExpiresAfter }: Settings = JSON.parse(settings)
  return Date.parse(created_at) + (executionExpiresAfter ?? DEFAULT_EXPIRY) * 1_000 + MARGIN_MS
}
