import { config } from '@/lib/server/config.js'
import { queue, type StoredGeneration, waits } from '@/lib/server/db'
import { summary } from '@/lib/server/generations/read/summary'
import type { QueuePosition } from '@/lib/shared/queue'

/** How many of the newest videos of a kind tell how long one takes. */
const NEWEST = 50

type PositionOf = (row: StoredGeneration) => QueuePosition | null

/** Where each of these stands in the queue. Reads the queue only if one of them is in it. */
export async function positionsIn(rows: readonly StoredGeneration[]): Promise<PositionOf> {
  const queued = rows.filter(({ status }) => status === 'queued')
  if (queued.length === 0) return () => null
  const { ids, held, paused: all } = await queue.standing()
  const positions = new Map(ids.map((id, index) => [id, index + 1]))
  const usual = all === null ? await usualTimes(queued) : new Map<string, number>()
  return (row) => {
    if (row.status !== 'queued') return null
    const position = positions.get(row.id) ?? 1 // it was taken from the queue between the two reads
    const paused = all ?? (held.has(row.id) ? 'by_person' : null)
    return { position, paused, startsIn: paused ? null : startsIn(position, usual.get(kindOf(row))) }
  }
}

const kindOf = ({ duration, resolution }: StoredGeneration): string => `${duration} ${resolution}`

/** The median time in seconds that videos of each of these kinds take here, where it is known. */
async function usualTimes(rows: readonly StoredGeneration[]): Promise<Map<string, number>> {
  const kinds = new Map(rows.map((row) => [kindOf(row), row]))
  const times = new Map<string, number>()
  for (const [kind, { duration, resolution }] of kinds) {
    if (duration === null || resolution === null) continue
    const median = summary(await waits.latest(duration, resolution, NEWEST))?.median
    if (median !== undefined) times.set(kind, median)
  }
  return times
}

/**
 * Seconds until it is likely to be sent: with so many made at once, one becomes ready every so often.
 * @param usual seconds that such a video takes; undefined where too few were made
 */
export function startsIn(
  position: number,
  usual: number | undefined,
  parallel = config().TENSORSLAB_PARALLEL_TASKS,
): number | null {
  if (usual === undefined || parallel === undefined) return null // busy by the provider's word: nobody knows for how long
  return Math.round((position * usual) / parallel)
}
