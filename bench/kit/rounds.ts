import { within } from './statistics'

type Measure = () => Promise<number>

/** Measures both sides in every round, alternating which goes first, after a warm-up round. */
export async function alternate(rounds: number, ours: Measure, baseline: Measure) {
  const samples = { ours: [] as number[], baseline: [] as number[] }
  for (let round = -1; round < rounds; round++) {
    const order = [
      ['ours', ours],
      ['baseline', baseline],
    ] as const
    for (const [side, measure] of round % 2 === 0 ? order : order.toReversed()) {
      const sample = await measure()
      if (round >= 0) samples[side].push(sample)
    }
  }
  return samples
}

/** The median duration of several sequential calls, in ms. */
export async function timeOf(times: number, call: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    const start = performance.now()
    await call()
    taken.push(performance.now() - start)
  }
  return within(0.5, taken)
}
