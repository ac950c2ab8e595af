/**
 * Start of a condition, adjusted so that the time since the last check counts for `maxMs` ms at most, and for nothing where the
 * clock went back. Neither a jumping clock nor downtime then ages something that was seen only once or twice.
 * @param since the value from the last check; null when the condition begins now
 * @param checkedAt time of the last check, ISO 8601
 */
export function sinceAsCounted(since: string | null, checkedAt: string, maxMs: number): string {
  const now = Date.now()
  if (since === null) return new Date(now).toISOString()
  const gap = now - Date.parse(checkedAt)
  const counted = Math.min(Math.max(gap, 0), maxMs)
  return new Date(Date.parse(since) + gap - counted).toISOString()
}

export const elapsedMs = (since: string): number => Date.now() - Date.parse(since)
