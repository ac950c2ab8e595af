import { waits } from '@/lib/server/store'
import { DEFAULT_MODEL, MODELS } from '@/lib/shared/models'
import type { Waiting } from '@/lib/shared/waiting'
import { summary } from './summary'

const NEWEST = 200 // films of a kind: enough to be steady, few enough to follow a provider that changes

const { duration: durations, resolution: resolutions } = MODELS[DEFAULT_MODEL].parameters
const KINDS = durations.values.flatMap((duration) =>
  resolutions.values.map((resolution) => ({ duration: Number(duration), resolution })),
)

/** How long films took on this studio, for every kind of which it has made enough to say. */
export async function waiting(): Promise<Waiting[]> {
  const known: Waiting[] = []
  // One after the other: a page that asks holds one connection of the database, not six.
  for (const kind of KINDS) {
    const times = summary(await waits.latest(kind.duration, kind.resolution, NEWEST))
    if (times) known.push({ ...kind, ...times })
  }
  return known
}
