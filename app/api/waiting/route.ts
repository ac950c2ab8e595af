import { eta } from '@/lib/server/generations'
import { handle, unlessKnown } from '@/lib/server/http'

/** How long videos take on this server, in seconds, by duration and resolution. */
export const GET = handle(async (request) => {
  const items = (await eta()).map((time) => ({ ...time, nineInTen: time.p90 })) // the previous version's name, kept for one more release
  return unlessKnown(request, { items })
})
