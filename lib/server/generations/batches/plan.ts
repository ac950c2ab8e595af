import { config } from '@/lib/server/config.js'
import { queue, spend, waits } from '@/lib/server/db'
import { summary } from '@/lib/server/generations/read/summary'
import { type Estimate, estimate, sumOf } from '@/lib/shared/spend/estimate'
import type { CheckedRow } from './check-rows'

/** What queuing a batch would mean. `readyIn`: seconds until the last video is likely to be there, null where nobody can tell. */
export type Plan = { rows: number; estimate: Estimate; readyIn: number | null }

/** How many of the newest videos of a kind tell how long one takes. */
const NEWEST = 50

/** The plan of rows that were found right. */
export async function planOf(rows: readonly CheckedRow[]): Promise<Plan> {
  const prices = await spend.prices()
  const estimates = rows.map(({ submission: { model, settings } }) =>
    estimate({ model, ...settings }, prices),
  )
  return { rows: rows.length, estimate: sumOf(estimates, prices.thousand), readyIn: await readyIn(rows) }
}

async function readyIn(rows: readonly CheckedRow[]): Promise<number | null> {
  const kinds = new Map<string, { duration: number; resolution: string; count: number }>()
  for (const { submission } of rows) {
    const { duration, resolution } = submission.settings
    const kind = kinds.get(`${duration} ${resolution}`) ?? { duration, resolution, count: 0 }
    kinds.set(`${duration} ${resolution}`, { ...kind, count: kind.count + 1 })
  }
  const times: number[] = []
  for (const { duration, resolution, count } of kinds.values()) {
    const median = summary(await waits.latest(duration, resolution, NEWEST))?.median
    if (median === undefined) return null
    times.push(...Array.from({ length: count }, () => median))
  }
  const { paused, ids } = await queue.standing()
  return paused === null ? lastOf(times, ids.length, config().TENSORSLAB_PARALLEL_TASKS) : null
}

/**
 * Seconds until the last of these is ready, so many of them at a time.
 * @param ahead how many others wait already; taken to last as long as these do
 * @param parallel undefined: all at once
 */
export function lastOf(times: readonly number[], ahead: number, parallel: number | undefined): number {
  const longest = Math.max(0, ...times)
  if (parallel === undefined) return longest
  const sum = times.reduce((total, time) => total + time, 0)
  const before = times.length > 0 ? (ahead * sum) / times.length : 0
  return Math.max(longest, Math.round((before + sum) / parallel))
}
