import { join } from 'node:path'
import { alternate, bigPhoto, type Figure, onScene, peakAbove, post, wish } from '@/bench/kit'

const AT_ONCE = 32
const MOST_ROUNDS = 3 // each is 128 photos of 10 MB

/** Peak memory above idle with 32 requests at once, two photos of 10 MB each; new processes in each round. */
export const memory: Figure = {
  name: 'memory',
  measure: (rounds) =>
    onScene(async ({ folder, provider, studio, plain }) => {
      const photos = await Promise.all([1, 2].map((n) => bigPhoto(join(folder, `${n}.jpg`))))
      const there = await provider()
      const peakOf = async ({ url, pid, stop }: Awaited<ReturnType<typeof studio>>, path: string) => {
        await post(url + path, wish([]))
        const all = () => Array.from({ length: AT_ONCE }, () => post(url + path, wish(photos)))
        const peak = await peakAbove(pid, () => Promise.all(all()))
        await stop()
        return peak
      }
      const samples = await alternate(
        Math.min(rounds, MOST_ROUNDS),
        async () => peakOf(await studio(there.url), '/api/generations'),
        async () => peakOf(await plain({ PROVIDER: there.url }), '/forward'),
      )
      return [{ figure: 'Memory of 32 requests with two 10 MB photos', aim: 0.5, unit: 'MB', ...samples }]
    }),
}
