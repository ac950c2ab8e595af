import { join } from 'node:path'
import { alternate, type Figure, onScenario, post, smallPhoto, submission, timeOf, within } from '@/bench/kit'
import { admit } from '@/lib/server/images'

/** A submission with the files in the request, compared with a plain route that reads the form and forwards it. */
export const generateFiles: Figure = {
  name: 'generate-files',
  measure: (rounds) =>
    onScenario(async ({ folder, provider, studio, plain }) => {
      const paths = [1, 2].map((n) => join(folder, `${n}.jpg`))
      const photos = await Promise.all(paths.map(smallPhoto))
      const there = await provider()
      const here = await studio(there.url)
      const other = await plain({ PROVIDER: there.url })
      const alone: number[] = []
      /** Time to decode and encode the two images, which the plain route doesn't do. */
      const sharpAlone = async () => {
        const time = await timeOf(5, async () => {
          for (const path of paths)
            await admit(path, `${path}.safe`, { asker: { person: 'bench' }, thumbnail: `${path}.small` })
        })
        alone.push(time)
        return time
      }
      const samples = await alternate(
        rounds,
        async () =>
          (await timeOf(5, () => post(`${here.url}/api/generations`, submission(photos)))) -
          (await sharpAlone()),
        () => timeOf(5, () => post(`${other.url}/forward`, submission(photos))),
      )
      const note = `beyond the ${within(0.5, alone).toFixed(0)} ms that sharp alone takes`
      return [{ figure: 'Generate with the files in the request', aim: 1.5, unit: 'ms', ...samples, note }]
    }),
}
