import { alternate, type Figure, onScene } from '@/bench/kit'

/** From the start of the process to its first page, against an empty app of the same Next. */
export const start: Figure = {
  name: 'start',
  measure: (rounds) =>
    onScene(async ({ provider, studio, plain }) => {
      const there = await provider()
      const firstAnswer = async (server: ReturnType<typeof plain>) => {
        const started = await server
        await started.stop()
        return started.firstAnswer
      }
      const samples = await alternate(
        rounds,
        () => firstAnswer(studio(there.url)),
        () => firstAnswer(plain()),
      )
      return [{ figure: 'Start to first answer', aim: 1.5, unit: 'ms', ...samples }]
    }),
}
