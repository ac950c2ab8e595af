/** With fewer samples, an estimate means nothing. */
const MIN_SAMPLES = 5

/** Nearest-rank percentile in seconds: a time that really occurred. `sorted` is in ms and not empty. */
const percentile = (share: number, sorted: readonly number[]): number =>
  Math.round((sorted[Math.ceil(share * sorted.length) - 1] ?? 0) / 1_000)

/** Median and 90th percentile in seconds, of times in ms; null when there are fewer than five. */
export function summary(times: readonly number[]) {
  if (times.length < MIN_SAMPLES) return null
  const sorted = times.toSorted((a, b) => a - b)
  return { count: times.length, median: percentile(0.5, sorted), p90: percentile(0.9, sorted) }
}
