import { join } from 'node:path'
import * as z from 'zod'
import {
  alternate,
  type Figure,
  onScenario,
  post,
  postToProvider,
  smallPhoto,
  submission,
  timeOf,
} from '@/bench/kit'

const uploaded = z.object({ id: z.string() })

/** A submission with two uploaded images of 1 MB, until 201, compared with posting the same files to the provider. */
export const generateUploaded: Figure = {
  name: 'generate-uploaded',
  measure: (rounds) =>
    onScenario(async ({ folder, provider, studio }) => {
      const photos = await Promise.all([1, 2].map((n) => smallPhoto(join(folder, `${n}.jpg`))))
      const there = await provider()
      const here = await studio(there.url)
      const ids: string[] = []
      const stored: Blob[] = []
      for (const photo of photos) {
        const { id } = uploaded.parse(await post(`${here.url}/api/images`, photo))
        ids.push(id)
        stored.push(await (await fetch(`${here.url}/api/images/${id}`)).blob())
      }
      const samples = await alternate(
        rounds,
        () => timeOf(10, () => post(`${here.url}/api/generations`, submission(ids))),
        () => timeOf(10, () => postToProvider(there.url, submission(stored))),
      )
      return [{ figure: 'Generate with two uploaded 1 MB images', aim: 2, unit: 'ms', ...samples }]
    }),
}
