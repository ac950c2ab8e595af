import { join } from 'node:path'
import { alternate, cpuMs, type Figure, onScenario } from '@/bench/kit'

/** From process start to the first page, on existing data, compared with an empty app with the same Next. */
export const start: Figure = {
  name: 'start',
  measure: (rounds) =>
    onScenario(async ({ folder, provider, studio, plain }) => {
      const there = await provider()
      const cpu = { ours: [] as number[], baseline: [] as number[] }
      const firstAnswer = async (side: keyof typeof cpu, server: ReturnType<typeof plain>) => {
        const started = await server
        cpu[side].push(cpuMs(started.pid))
        await started.stop()
        return started.firstAnswer
      }
      const ours = () => firstAnswer('ours', studio(there.url, { DATA_DIR: join(folder, 'data') }))
      const time = await alternate(rounds, ours, () => firstAnswer('baseline', plain()))
      const figure = 'Start to first answer'
      return [
        { figure, aim: 1.5, unit: 'ms', ...time },
        {
          ...{ figure, aim: 1.5, unit: 'ms', note: 'CPU time' },
          ours: cpu.ours.slice(1), // without the warm-up round
          baseline: cpu.baseline.slice(1),
        },
      ]
    }),
}
