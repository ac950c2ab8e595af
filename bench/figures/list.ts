import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { alternate, cpuMs, type Figure, fill, onScenario, timeOf } from '@/bench/kit'

const CALLS = 200

/** The list of 24 generations, compared with a plain route that returns a constant of the same size. */
export const list: Figure = {
  name: 'list',
  measure: (rounds) =>
    onScenario(async ({ folder, provider, studio, plain }) => {
      const data = join(folder, 'data')
      fill(data, 100)
      const there = await provider()
      const here = await studio(there.url, { DATA_DIR: data })
      const constant = join(folder, 'constant.json')
      await writeFile(constant, await (await fetch(`${here.url}/api/generations`)).text())
      const other = await plain({ CONSTANT: constant })
      const ask = (url: string) => timeOf(CALLS, async () => (await fetch(url)).text())
      const cpuOf = async (pid: number, url: string) => {
        const before = cpuMs(pid)
        await ask(url)
        return (cpuMs(pid) - before) / CALLS
      }
      const [ours, plainly] = [`${here.url}/api/generations`, `${other.url}/constant`]
      const time = await alternate(
        rounds,
        () => ask(ours),
        () => ask(plainly),
      )
      const cpu = await alternate(
        rounds,
        () => cpuOf(here.pid, ours),
        () => cpuOf(other.pid, plainly),
      )
      const figure = 'GET /api/generations, 24 items'
      return [
        { figure, aim: 1.5, unit: 'ms', ...time },
        { figure, aim: 1.5, unit: 'ms', ...cpu, note: 'CPU time' },
      ]
    }),
}
