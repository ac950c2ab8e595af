import { config } from '@/lib/server/config.js'
import { waits } from '@/lib/server/db'
import type { Eta } from '@/lib/shared/eta'
import { MODELS } from '@/lib/shared/models'
import { summary } from './summary'

const NEWEST = 200 // videos per kind: enough to be steady, few enough to follow a provider that gets faster or slower

/** Every combination of duration and resolution that an offered model makes. */
function kinds() {
  const all = config().TENSORSLAB_MODELS.flatMap((id) => {
    const { duration, resolution } = MODELS[id].parameters
    return duration.values.flatMap((seconds) =>
      resolution.values.map((height) => ({ duration: Number(seconds), resolution: height })),
    )
  })
  return new Map(all.map((kind) => [`${kind.duration} ${kind.resolution}`, kind])).values()
}

/** How long videos take on this server, for each kind with enough samples. */
export async function eta(): Promise<Eta[]> {
  const known: Eta[] = []
  // One after the other, so that a request holds one database connection, not one for each kind.
  for (const kind of kinds()) {
    const times = summary(await waits.latest(kind.duration, kind.resolution, NEWEST))
    if (times) known.push({ ...kind, ...times })
  }
  return known
}
