import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type RunningSandbox, startSandbox } from '@/lib/sandbox'

const TASKS = 50
const INTERVAL_MS = 10_000
const person = { id: 'someone' }

let provider: RunningSandbox
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'promptreel-restart-'))
  provider = await startSandbox({ film: 'tiny', settings: { processingMs: 600_000 } })
  Object.assign(process.env, {
    TENSORSLAB_API_KEY: 'sk-test',
    TENSORSLAB_BASE_URL: provider.url,
    DATA_DIR: folder,
    POLL_INTERVAL_MS: `${INTERVAL_MS}`,
    LOG_LEVEL: 'silent',
  })
})
afterAll(async () => {
  await provider.close()
  await rm(folder, { recursive: true, force: true })
})

test('fifty tasks that fell due while nobody worked are not looked at in step', async () => {
  const { create, tracker } = await import('.')
  // As if they had been made an hour ago and the studio had stood still since.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 })
  for (let index = 0; index < TASKS; index++) {
    await create([{ name: 'prompt', value: `Task ${index}.` }], null, person)
  }
  vi.useRealTimers()

  const { stop } = await tracker.start()
  const looks = () => provider.sandbox.ledger().looks
  await vi.waitUntil(() => new Set(looks().map((look) => look.taskid)).size === TASKS, {
    timeout: 3 * INTERVAL_MS,
    interval: 100,
  })
  await stop()

  const times = looks().map((look) => look.startedAt)
  const start = Math.min(...times)
  const within = times.filter((time) => time < start + INTERVAL_MS)
  const busiest = Math.max(
    ...within.map((from) => within.filter((at) => at >= from && at < from + 1_000).length),
  )
  expect(busiest).toBeLessThanOrEqual(TASKS / 5)
})
