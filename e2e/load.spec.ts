import { execFileSync } from 'node:child_process'
import { openAsBlob } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, startStudio, test } from './kit'

const AT_ONCE = 32
const LIMIT_MB = 400

/** A photograph of about 10 MB: 24 megapixels with the noise of a sensor. */
async function bigPhoto(path: string): Promise<void> {
  const noise = { type: 'gaussian', mean: 128, sigma: 17 } as const
  await sharp({ create: { width: 5_600, height: 4_200, channels: 3, background: '#000', noise } })
    .jpeg({ quality: 91 })
    .toFile(path)
}

/** Resident memory of a process in MB. */
const residentMb = (pid: number) =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', `${pid}`], { encoding: 'utf8' })) / 1_024

test('32 submissions at once of two 10 MB photos each are all answered, in bounded memory', async ({
  servers,
  sandbox,
}) => {
  test.setTimeout(300_000)
  const folder = await mkdtemp(join(tmpdir(), 'promptreel-load-'))
  const paths = [join(folder, '1.jpg'), join(folder, '2.jpg')]
  await Promise.all(paths.map(bigPhoto))
  const [size] = await Promise.all(paths.map(async (path) => (await stat(path)).size))
  const running = await startStudio({ TENSORSLAB_BASE_URL: servers.provider.url })
  const pid = running.process.pid ?? 0
  await fetch(running.url)
  const idle = residentMb(pid)
  let peak = idle
  const watch = setInterval(() => {
    peak = Math.max(peak, residentMb(pid))
  }, 100)

  const submit = async (index: number) => {
    const form = new FormData()
    form.set('prompt', `Two photos, ${index}.`)
    for (const path of paths) form.append('sourceImage', await openAsBlob(path), 'photo.jpg')
    return (await fetch(`${running.url}/api/generations`, { method: 'POST', body: form })).status
  }
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => submit(index)))
  clearInterval(watch)
  console.log(
    `photos of ${((size ?? 0) / 1e6).toFixed(1)} MB; memory ${idle.toFixed(0)} MB before, ${peak.toFixed(0)} MB at its peak: +${(peak - idle).toFixed(0)} MB`,
  )
  await running.stop()
  await rm(folder, { recursive: true })

  expect(answers).toEqual(Array(AT_ONCE).fill(201))
  expect(sandbox.ledger().tasks).toHaveLength(AT_ONCE)
  expect(peak - idle).toBeLessThan(LIMIT_MB)
})
