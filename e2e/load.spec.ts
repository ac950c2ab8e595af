import { openAsBlob } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bigPhoto } from '@/bench/kit/photo'
import { expect, startStudio, test } from './kit'

/** More than are worked at side by side, so that most of them wait in line. What they take is measured in bench/. */
const AT_ONCE = 8

test('many submissions at once of two 10 MB photos each are all answered, and each is sent once', async ({
  servers,
  sandbox,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'promptreel-load-'))
  const paths = [join(folder, '1.jpg'), join(folder, '2.jpg')]
  await Promise.all(paths.map(bigPhoto))
  const running = await startStudio({ TENSORSLAB_BASE_URL: servers.provider.url })

  const submit = async (index: number) => {
    const form = new FormData()
    form.set('prompt', `Two photos, ${index}.`)
    for (const path of paths) form.append('sourceImage', await openAsBlob(path), 'photo.jpg')
    return (await fetch(`${running.url}/api/generations`, { method: 'POST', body: form })).status
  }
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => submit(index)))
  await running.stop()
  await rm(folder, { recursive: true })

  expect(answers).toEqual(Array(AT_ONCE).fill(201))
  expect(
    sandbox
      .ledger()
      .tasks.map(({ fields, images }) => [fields.prompt, images.length])
      .toSorted(),
  ).toEqual(Array.from({ length: AT_ONCE }, (_, index) => [`Two photos, ${index}.`, 2]))
})
