import type { Due } from '@/lib/server/db'
import { settingsOf } from './stored-settings'

const DEFAULT_EXPIRY = 172_800 // seconds, the model's own when none is asked for
const MARGIN_MS = 3_600_000 // clocks, queues and our own late looks

/** When a task's own time at the provider is up, in ms since 1970, with an hour to spare. */
export function deadlineOf(generation: Due): number {
  const expiry = settingsOf(generation)?.executionExpiresAfter ?? DEFAULT_EXPIRY
  return Date.parse(generation.created_at) + expiry * 1_000 + MARGIN_MS
}
