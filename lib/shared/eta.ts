/** How long videos of one duration and resolution took on this studio. `median` and `p90` are in seconds. */
export type Eta = {
  duration: number
  resolution: string
  /** Number of videos measured, newest first. */
  count: number
  median: number
  p90: number
}

/** The range from the median to the p90, in a unit that suits its length. */
export type Span = {
  from: number
  to: number
  unit: 'seconds' | 'minutes' | 'hours'
  /** `to` in ms: a video still in progress after this is later than announced. */
  ends: number
}

const SECONDS = { unit: 'seconds', size: 1, step: 10 } as const
const MINUTES = { unit: 'minutes', size: 60, step: 1 } as const
const HOURS = { unit: 'hours', size: 3_600, step: 1 } as const

/** Seconds below 90 s, minutes below 90 min, then hours. */
function unitFor(seconds: number) {
  if (seconds < 90) return SECONDS
  return seconds < 5_400 ? MINUTES : HOURS
}

/** The end is rounded up, so that 90% of videos really are done by then. `from` and `to` can be equal. */
export function spanOf({ median, p90 }: Pick<Eta, 'median' | 'p90'>): Span {
  const { unit, size, step } = unitFor(p90)
  const toSteps = (seconds: number, round: (value: number) => number) =>
    Math.max(step, round(seconds / size / step) * step)
  const to = toSteps(p90, Math.ceil)
  return { from: toSteps(median, Math.round), to, unit, ends: to * size * 1_000 }
}

/** The estimate for these settings; null while there are too few videos to tell. `duration` is in seconds. */
export const etaFor = (
  times: readonly Eta[],
  { duration, resolution }: { duration: number; resolution: string | undefined },
): Eta | null => times.find((eta) => eta.duration === duration && eta.resolution === resolution) ?? null
