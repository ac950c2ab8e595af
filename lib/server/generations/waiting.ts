import { waits } from '@/lib/server/store'
import { DURATIONS, RESOLUTIONS } from '@/lib/shared/seedance'
import type { Waiting } from '@/lib/shared/waiting'
import { summary } from './summary'

const NEWEST = 200 // films of a kind: enough to be steady, few enough to follow a provider that changes

const KINDS = DURATIONS.flatMap((duration) => RESOLUTIONS.map((resolution) => ({ duration, resolution })))

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
