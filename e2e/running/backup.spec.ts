import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { expect, photo, startStudio, test } from '@/e2e/kit'

/** Makes a video from a photo and returns its completed generation. */
async function makeVideo(request: APIRequestContext, url: string) {
  const multipart = {
    prompt: 'Worth keeping.',
    sourceImage: { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photo(20) },
  }
  const { id } = await (await request.post(`${url}/api/generations`, { multipart })).json()
  const generation = async () => (await request.get(`${url}/api/generations/${id}`)).json()
  await expect.poll(async () => (await generation()).status).toBe('completed')
  return generation()
}

/** Files in a folder that other users of the machine may read or write. Windows has no such mode bits. */
async function accessibleToOthers(folder: string): Promise<string[]> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  )
  expect(files).not.toEqual([])
  const open = async (file: string) => process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0
  const paths = files.map(({ parentPath, name }) => join(parentPath, name))
  const found = await Promise.all(paths.map(async (path) => ((await open(path)) ? [path] : [])))
  return found.flat()
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test('a backup taken while the server runs can be restored with its videos, photos and records', async ({
  servers,
  sandbox,
  request,
}) => {
  sandbox.set({ pendingMs: 0, processingMs: 0, uploadingMs: 0 })
  const { running, provider } = servers
  const before = await makeVideo(request, running.url)
  const video = sha256(await (await request.get(before.video.url)).body())

  const folder = await mkdtemp(join(tmpdir(), 'promptreel-backup-'))
  await mkdir(join(folder, 'copy'), { mode: 0o755 })
  const backup = () =>
    spawnSync('npm', ['run', 'backup', '--', join(folder, 'copy')], {
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: running.dataDir },
    })
  expect(backup().status).toBe(0)
  expect(backup()).toMatchObject({ status: 1, stderr: expect.stringContaining('Name another folder') })

  expect(await accessibleToOthers(join(folder, 'copy'))).toEqual([])

  const env = { TENSORSLAB_BASE_URL: provider.url }
  const restored = await startStudio(env, join(folder, 'copy'))
  const getRestored = async (path: string) => request.get(`${restored.url}${path}`)
  expect(await (await getRestored(`/api/generations/${before.id}`)).json()).toEqual(before)
  expect(sha256(await (await getRestored(before.video.url)).body())).toBe(video)
  expect((await getRestored(`/api/images/${before.images[0].id}`)).status()).toBe(200)
  await restored.stop()
  await rm(folder, { recursive: true })
})

test('saved files are inaccessible to other users of the machine, even in a world-readable folder', async ({
  servers,
  sandbox,
  request,
}) => {
  sandbox.set({ pendingMs: 0, processingMs: 0, uploadingMs: 0 })
  const folder = await mkdtemp(join(tmpdir(), 'promptreel-open-'))
  await chmod(folder, 0o755)
  const { url, port } = servers.provider
  const env = {
    TENSORSLAB_BASE_URL: url,
    TENSORSLAB_RESULT_HOSTS: `127.0.0.1:${port}`,
    POLL_INTERVAL_MS: '300',
  }
  const studio = await startStudio(env, folder)
  await makeVideo(request, studio.url)
  expect(await accessibleToOthers(folder)).toEqual([])
  await studio.stop()
  await rm(folder, { recursive: true })
})
