import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, photo, startStudio, test } from '@/e2e/kit'

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test('a backup taken while the studio runs holds its films, photos and records', async ({
  servers,
  sandbox,
  request,
}) => {
  sandbox.set({ pendingMs: 0, processingMs: 0, uploadingMs: 0 })
  const { running, provider } = servers
  const multipart = {
    prompt: 'Worth keeping twice.',
    sourceImage: { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photo(20) },
  }
  const { id } = await (await request.post('/api/generations', { multipart })).json()
  const made = async () => (await request.get(`/api/generations/${id}`)).json()
  await expect.poll(async () => (await made()).status).toBe('completed')
  const before = await made()
  const film = sha256(await (await request.get(before.video.url)).body())

  const folder = await mkdtemp(join(tmpdir(), 'promptreel-backup-'))
  const backup = () =>
    spawnSync('npm', ['run', 'backup', '--', join(folder, 'copy')], {
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: running.dataDir },
    })
  expect(backup().status).toBe(0)
  expect(backup()).toMatchObject({ status: 1, stderr: expect.stringContaining('Name another folder') })

  const env = { TENSORSLAB_BASE_URL: provider.url }
  const restored = await startStudio(env, join(folder, 'copy'))
  const there = async (path: string) => request.get(`${restored.url}${path}`)
  expect(await (await there(`/api/generations/${id}`)).json()).toEqual(before)
  expect(sha256(await (await there(before.video.url)).body())).toBe(film)
  expect((await there(`/api/images/${before.images[0].id}`)).status()).toBe(200)
  await restored.stop()
  await rm(folder, { recursive: true })
})
