import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { type Figure, fill, onScenario, peakAbove } from '@/bench/kit'

const MAX_ROUNDS = 3
/** 100 videos of 20 MB. Of so many records, a few are not completed. */
const VIDEOS = { records: 107, zipped: 100, bytes: 20_000_000 }

const page = z.object({ items: z.array(z.object({ id: z.string() })) })

/** Writes the files of these videos, sparse, so that no disk is filled. */
async function writeVideos(folder: string, ids: readonly string[]): Promise<void> {
  await mkdir(join(folder, 'files/videos'), { recursive: true })
  for (const id of ids) {
    const file = await open(join(folder, 'files/videos', id), 'w')
    await file.truncate(VIDEOS.bytes)
    await file.close()
  }
}

/** Reads an archive to its end and keeps nothing of it. @returns its size in bytes */
async function readAll(address: string): Promise<number> {
  const { body } = await fetch(address)
  let bytes = 0
  for await (const chunk of body ?? []) bytes += chunk.length
  return bytes
}

/** Peak memory above idle while 2 GB of videos leave as one archive. Each round starts a new process. */
export const zipping: Figure = {
  name: 'zipping',
  measure: (rounds) =>
    onScenario(async ({ folder, provider, studio }) => {
      const there = await provider()
      const data = join(folder, 'zipping')
      fill(data, VIDEOS.records, { videoBytes: VIDEOS.bytes })
      const ours: number[] = []
      for (let round = 0; round < Math.min(rounds, MAX_ROUNDS); round++) {
        const { url, pid, stop } = await studio(there.url, { DATA_DIR: data })
        const list = await fetch(`${url}/api/generations?status=completed&limit=${VIDEOS.zipped}`)
        const ids = page.parse(await list.json()).items.map(({ id }) => id)
        await writeVideos(data, ids)
        const query = ids.map((id) => `id=${id}`).join('&')
        ours.push(
          await peakAbove(pid, async () => {
            const bytes = await readAll(`${url}/api/generations/videos.zip?${query}`)
            if (bytes < VIDEOS.zipped * VIDEOS.bytes) throw new Error(`the archive has ${bytes} bytes only`)
          }),
        )
        await stop()
      }
      return [
        { figure: 'Memory while 2 GB of videos are zipped', aim: 100, unit: 'MB', ours, baseline: null },
      ]
    }),
}
