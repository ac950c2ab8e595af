/** With fewer videos than this, what the next one does is anybody's guess. */
const FEWEST = 5

/** The time that this share of all did not exceed (nearest rank): one that really occurred. `sorted` in ms, not empty. */
const within = (share: number, sorted: readonly number[]): number =>
  Math.round((sorted[Math.ceil(share * sorted.length) - 1] ?? 0) / 1_000)

/** Half and nine in ten of these times, given in ms, told in seconds; null when they are too few to say. */
export function summary(times: readonly number[]) {
  if (times.length < FEWEST) return null
  const sorted = times.toSorted((a, b) => a - b)
  return { count: times.length, median: within(0.5, sorted), p90: within(0.9, sorted) }
}
