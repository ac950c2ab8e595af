/**
 * Since when something has lasted, as it counts now: the time since the last look counts for `most` ms at the most, and
 * for nothing where the clock went back. So neither a clock that jumps nor a studio that was off makes something old
 * that was seen only once or twice.
 * @param since as it stood at the last look; null: it begins now
 * @param looked when that was, ISO 8601
 */
export function sinceAsCounted(since: string | null, looked: string, most: number): string {
  const now = Date.now()
  if (since === null) return new Date(now).toISOString()
  const gap = now - Date.parse(looked)
  const counted = Math.min(Math.max(gap, 0), most)
  return new Date(Date.parse(since) + gap - counted).toISOString()
}

/** ms since then. */
export const lasting = (since: string): number => Date.now() - Date.parse(since)
