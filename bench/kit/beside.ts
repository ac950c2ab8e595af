import { within } from './statistics'

const CALLS = 60
const MIN_BURSTS = 3
const TIMEOUT_MS = 60_000

/** Returns the call's HTTP status; 0 for a network error. */
type Call = () => Promise<number>

/** The p95 of a call in ms, idle and under load, and the statuses of the load's calls. */
export type Beside = { quiet: number; loaded: number; answers: Map<number, number> }

/**
 * Times a call repeatedly, first on an idle server, then during bursts of other calls.
 * @param burst calls made concurrently; the next burst starts when all of them have ended
 * @throws Error when the timed call fails
 */
export async function beside(call: Call, burst: readonly Call[]): Promise<Beside> {
  const quiet = []
  for (let n = 0; n < CALLS; n++) quiet.push(await timed(call))
  const loaded: number[] = []
  const answers = new Map<number, number>()
  const end = performance.now() + TIMEOUT_MS
  for (let bursts = 0; bursts < MIN_BURSTS || loaded.length < CALLS; bursts++) {
    if (bursts >= MIN_BURSTS && performance.now() > end) break
    loaded.push(...(await during(call, burst, answers)))
  }
  return { quiet: within(0.95, quiet), loaded: within(0.95, loaded), answers }
}

/** Durations of the call during one burst; at least one. */
async function during(call: Call, burst: readonly Call[], answers: Map<number, number>): Promise<number[]> {
  let open = burst.length
  const all = burst.map(async (one) => {
    const status = await one().catch(() => 0)
    answers.set(status, (answers.get(status) ?? 0) + 1)
    open -= 1
  })
  const taken: number[] = []
  do taken.push(await timed(call))
  while (open > 0)
  await Promise.all(all)
  return taken
}

async function timed(call: Call): Promise<number> {
  const start = performance.now()
  const status = await call()
  if (status !== 200) throw new Error(`the call that is timed was answered ${status}`)
  return performance.now() - start
}
