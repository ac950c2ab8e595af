import { join } from 'node:path'
import { alternate, bigPhoto, type Figure, onScenario, peakAbove, post, submission } from '@/bench/kit'

const CONCURRENCY = 32
const ODD = 'Memory of a form with 50 MB in a value, and one of 100,000 fields'
const MAX_ROUNDS = 3 // each is 128 photos of 10 MB

/** Abusive forms, which are rejected: a value of 50 MB, and 100,000 fields. */
const oddForms = (): FormData[] => {
  const [long, many] = [new FormData(), new FormData()]
  long.append('prompt', 'v'.repeat(50_000_000))
  for (let n = 0; n < 100_000; n++) many.append(`f${n}`, 'x')
  return [long, many]
}

/** Sends a form and reads the response. The server may close the connection before it has everything. */
async function sendOdd(url: string, body: FormData): Promise<void> {
  await fetch(url, { method: 'POST', body }).then(
    (answer) => answer.text(),
    () => '',
  )
}

/**
 * Peak memory above idle with 32 concurrent requests of two 10 MB photos, and with abusive forms. Each round starts new
 * processes.
 */
export const memory: Figure = {
  name: 'memory',
  measure: (rounds) =>
    onScenario(async ({ folder, provider, studio, plain }) => {
      const photos = await Promise.all([1, 2].map((n) => bigPhoto(join(folder, `${n}.jpg`))))
      const there = await provider()
      const peakOf = async ({ url, pid, stop }: Awaited<ReturnType<typeof studio>>, path: string) => {
        await post(url + path, submission([]))
        const all = () => Array.from({ length: CONCURRENCY }, () => post(url + path, submission(photos)))
        const peak = await peakAbove(pid, () => Promise.all(all()))
        await stop()
        return peak
      }
      const samples = await alternate(
        Math.min(rounds, MAX_ROUNDS),
        async () => peakOf(await studio(there.url), '/api/generations'),
        async () => peakOf(await plain({ PROVIDER: there.url }), '/forward'),
      )
      const odd: number[] = []
      for (let round = 0; round < Math.min(rounds, MAX_ROUNDS); round++) {
        const { url, pid, stop } = await studio(there.url)
        await post(`${url}/api/generations`, submission([]))
        odd.push(
          await peakAbove(pid, async () => {
            for (const form of oddForms()) await sendOdd(`${url}/api/generations`, form)
          }),
        )
        await stop()
      }
      return [
        { figure: 'Memory of 32 requests with two 10 MB photos', aim: 0.5, unit: 'MB', ...samples },
        { figure: ODD, aim: 150, unit: 'MB', ours: odd, baseline: null },
      ]
    }),
}
