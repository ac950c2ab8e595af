import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type RunningSandbox, startSandbox } from '@/lib/sandbox'
import { PIXELS, RATIOS } from '@/lib/shared/seedance'

let provider: RunningSandbox
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'promptreel-several-'))
  provider = await startSandbox({
    film: 'tiny',
    settings: { pendingMs: 0, processingMs: 0, uploadingMs: 0 },
  })
  Object.assign(process.env, {
    TENSORSLAB_API_KEY: 'sk-test',
    TENSORSLAB_BASE_URL: provider.url,
    TENSORSLAB_RESULT_HOSTS: `127.0.0.1:${provider.port}`,
    DATA_DIR: folder,
    POLL_INTERVAL_MS: '100',
    LOG_LEVEL: 'silent',
  })
})
afterAll(async () => {
  await provider.close()
  await rm(folder, { recursive: true, force: true })
})

test('films that are saved at the same time do not get into each other’s way', async () => {
  const { create, films, read, tracker } = await import('.')
  const person = { id: 'someone' }
  const ratios = RATIOS.filter((ratio) => ratio !== 'adaptive')
  const made = await Promise.all(
    ratios.map(async (ratio) => {
      const fields = { prompt: `A film of ${ratio}.`, ratio, resolution: '480p', return_last_frame: '1' }
      const parts = Object.entries(fields).map(([name, value]) => ({ name, value }))
      return { ratio, id: (await create(parts, null, person)).generation.id }
    }),
  )
  // All are finished before anyone looks, and none is quick to fetch: so they are saved side by side.
  provider.sandbox.fail({ on: 'result', fault: 'slow', ms: 300, times: 'always' })
  const { stop } = await tracker.start()
  for (const { ratio, id } of made) {
    const film = await vi.waitUntil(
      async () => {
        const generation = await read(id, person)
        return generation.status === 'completed' && generation
      },
      { timeout: 20_000, interval: 50 },
    )
    const [width, height] = PIXELS[ratio]['480p']
    expect(film).toMatchObject({ video: { width, height }, lastFrame: { width, height } })
    const { stream, etag } = await films.readVideo(id, person)
    const kept = createHash('sha256')
    for await (const chunk of stream()) kept.update(chunk)
    expect(kept.digest('hex')).toBe(etag)
  }
  await stop()
})
