import { execFileSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { alternate, type Figure, onScenario, peakAbove } from '@/bench/kit'

/** Saving a 50 MB video, from its URL to a synced file in storage, compared with `curl -o`. */
export const saving: Figure = {
  name: 'saving',
  measure: (rounds) =>
    onScenario(async ({ folder, script }) => {
      const data = join(folder, 'data')
      await mkdir(data)
      const videos = await script('bench/kit/video-server.ts')
      const startSaver = () =>
        script('bench/kit/saver.ts', {
          TENSORSLAB_API_KEY: 'bench',
          TENSORSLAB_RESULT_HOSTS: new URL(videos.url).host,
          DATA_DIR: data,
        })
      const saver = await startSaver()
      const address = `${videos.url}/film.mp4`
      const save = async (url = saver.url, from = address) =>
        Number(await (await fetch(`${url}/?address=${from}`)).text())
      const copy = join(folder, 'copy.mp4')
      const curl = async () =>
        1_000 *
        Number(execFileSync('curl', ['-s', '-o', copy, '-w', '%{time_total}', address], { encoding: 'utf8' }))
      const synced = async () => {
        const fetched = await curl()
        const start = performance.now()
        execFileSync('sync', [copy])
        return fetched + performance.now() - start
      }
      const time = await alternate(rounds, save, curl)
      const durable = await alternate(rounds, save, synced)
      const peaks: number[] = []
      for (let round = 0; round < rounds; round++) {
        const fresh = await startSaver()
        await save(fresh.url, `${videos.url}/small`) // warm-up
        peaks.push(await peakAbove(fresh.pid, () => save(fresh.url)))
        await fresh.stop()
      }
      const figure = 'Saving a 50 MB video'
      return [
        { figure, aim: 1.5, unit: 'ms', ...time, note: 'against curl -o' },
        { figure, aim: 1.5, unit: 'ms', ...durable, note: 'against curl -o and sync' },
        { figure, aim: 30, unit: 'MB', ours: peaks, baseline: null, note: 'memory' },
      ]
    }),
}
