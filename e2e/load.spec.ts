import { openAsBlob } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bigPhoto } from '@/bench/kit/photo'
import { expect, startStudio, test } from './kit'

/** More than the server processes concurrently, so that most wait in a queue. Time and memory are measured in bench/. */
const SUBMISSIONS = 8

test('concurrent submissions of two 10 MB photos each all succeed, and each is sent once', async ({
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
  const answers = await Promise.all(Array.from({ length: SUBMISSIONS }, (_, index) => submit(index)))
  await running.stop()
  await rm(folder, { recursive: true })

  expect(answers).toEqual(Array(SUBMISSIONS).fill(201))
  expect(
    sandbox
      .ledger()
      .tasks.map(({ fields, images }) => [fields.prompt, images.length])
      .toSorted(),
  ).toEqual(Array.from({ length: SUBMISSIONS }, (_, index) => [`Two photos, ${index}.`, 2]))
})
