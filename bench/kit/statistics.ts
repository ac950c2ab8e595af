type Spread = { median: number; lowest: number; highest: number }

/** A percentile of the samples (nearest rank); `share` is from 0 to 1. */
export function within(share: number, samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const spread = (samples: readonly number[]): Spread => ({
  median: within(0.5, samples),
  lowest: Math.min(...samples),
  highest: Math.max(...samples),
})

/** Ratios per round: a machine's speed varies over time, but affects both sides of a round alike. */
export const ratios = (ours: readonly number[], baseline: readonly number[]): number[] =>
  ours.map((one, round) => one / (baseline[round] ?? Number.NaN))
