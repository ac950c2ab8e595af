import { config } from '@/lib/server/config.js'
import { waits } from '@/lib/server/db'
import type { Eta } from '@/lib/shared/eta'
import { MODELS } from '@/lib/shared/models'
import { summary } from './summary'

const NEWEST = 200 // videos of a kind: enough to be steady, few enough to follow a provider that changes

/** Every length and resolution that an offered model makes. */
function kinds() {
  const all = config().TENSORSLAB_MODELS.flatMap((id) => {
    const { duration, resolution } = MODELS[id].parameters
    return duration.values.flatMap((seconds) =>
      resolution.values.map((height) => ({ duration: Number(seconds), resolution: height })),
    )
  })
  return new Map(all.map((kind) => [`${kind.duration} ${kind.resolution}`, kind])).values()
}

/** How long videos took on this studio, for every kind of which it has made enough to say. */
export async function eta(): Promise<Eta[]> {
  const known: Eta[] = []
  // One after the other: a page that asks holds one connection of the database, not one for each kind.
  for (const kind of kinds()) {
    const times = summary(await waits.latest(kind.duration, kind.resolution, NEWEST))
    if (times) known.push({ ...kind, ...times })
  }
  return known
}
