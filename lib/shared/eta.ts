/** How long videos of one kind took on this studio, in seconds: half of them no longer than `median`. */
export type Eta = {
  duration: number
  resolution: string
  /** Videos that this is known from, the newest ones. */
  count: number
  median: number
  p90: number
}

/** From the median to nine in ten, in a measure that people wait in. */
export type Span = {
  from: number
  to: number
  unit: 'seconds' | 'minutes' | 'hours'
  /** `to` in ms: what takes longer takes longer than was said. */
  ends: number
}

const SECONDS = { unit: 'seconds', size: 1, step: 10 } as const
const MINUTES = { unit: 'minutes', size: 60, step: 1 } as const
const HOURS = { unit: 'hours', size: 3_600, step: 1 } as const

/** Up to a minute and a half people count in seconds, up to an hour and a half in minutes. */
function measureOf(seconds: number) {
  if (seconds < 90) return SECONDS
  return seconds < 5_400 ? MINUTES : HOURS
}

/** The end is rounded up, so that as many videos as it says are done by then; `from` and `to` can be the same. */
export function spanOf({ median, p90 }: Pick<Eta, 'median' | 'p90'>): Span {
  const { unit, size, step } = measureOf(p90)
  const whole = (seconds: number, round: (value: number) => number) =>
    Math.max(step, round(seconds / size / step) * step)
  const to = whole(p90, Math.ceil)
  return { from: whole(median, Math.round), to, unit, ends: to * size * 1_000 }
}

/** What is known about videos of these settings; null while they are too few. `duration` in seconds. */
export const etaFor = (
  times: readonly Eta[],
  { duration, resolution }: { duration: number; resolution: string | undefined },
): Eta | null => times.find((one) => one.duration === duration && one.resolution === resolution) ?? null
