import { within } from './statistics'

type Measure = () => Promise<number>

/** Both sides in every round, who begins in turn, after one round that does not count. */
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

/** ms that a call takes: the median of several, one after the other. */
export async function timeOf(times: number, call: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    const start = performance.now()
    await call()
    taken.push(performance.now() - start)
  }
  return within(0.5, taken)
}
