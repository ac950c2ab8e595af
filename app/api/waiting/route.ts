import { eta } from '@/lib/server/generations'
import { handle, unlessKnown } from '@/lib/server/http'

/** How long videos took on this studio, in seconds, by duration and resolution. */
export const GET = handle(async (request) => {
  const items = (await eta()).map((time) => ({ ...time, nineInTen: time.p90 })) // the name of an earlier version, for a release
  return unlessKnown(request, { items })
})
