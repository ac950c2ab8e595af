import { within } from './statistics'

const CALLS = 60
const LEAST_BURSTS = 3
const LONGEST_MS = 60_000

/** A call's status: 429 and other refusals are answers, too; 0 is a line that broke. */
type Call = () => Promise<number>

/** ms within which 95 of 100 calls were answered, by themselves and beside a load, and how the load was answered. */
export type Beside = { quiet: number; loaded: number; answers: Map<number, number> }

/**
 * Times a call, one after the other, first alone, then while bursts of other calls are under way.
 * @param burst calls that are made all at once; the next burst begins when the last of them has its answer
 * @throws Error when the call itself is refused
 */
export async function beside(call: Call, burst: readonly Call[]): Promise<Beside> {
  const quiet = []
  for (let n = 0; n < CALLS; n++) quiet.push(await timed(call))
  const loaded: number[] = []
  const answers = new Map<number, number>()
  const end = performance.now() + LONGEST_MS
  for (let bursts = 0; bursts < LEAST_BURSTS || loaded.length < CALLS; bursts++) {
    if (bursts >= LEAST_BURSTS && performance.now() > end) break
    loaded.push(...(await during(call, burst, answers)))
  }
  return { quiet: within(0.95, quiet), loaded: within(0.95, loaded), answers }
}

/** What the call took, each time, while a burst was under way: once at least. */
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
