import type { Due } from '@/lib/server/db'
import { settingsOf } from './stored-settings'

const DEFAULT_EXPIRY = 172_800 // seconds; the model's own default
const MARGIN_MS = 3_600_000 // clock differences, the provider's queue, our own delayed polls

/** When the task expires at the provider, plus an hour's margin. ms since 1970. */
export function deadlineOf(generation: Due): number {
  const expiry = settingsOf(generation)?.executionExpiresAfter ?? DEFAULT_EXPIRY
  return Date.parse(generation.created_at) + expiry * 1_000 + MARGIN_MS
}
