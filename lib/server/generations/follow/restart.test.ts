import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type RunningSandbox, startSandbox } from '@/lib/sandbox'

const TASKS = 50
const INTERVAL_MS = 10_000
const user = { id: 'someone' }

let provider: RunningSandbox
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'promptreel-restart-'))
  provider = await startSandbox({ video: 'tiny', settings: { processingMs: 600_000 } })
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

afterEach(() => {
  vi.useRealTimers()
})

test('fifty tasks that fell due during downtime are polled spread over one interval', async () => {
  const { create, tracker } = await import('@/lib/server/generations')
  // As if they had been created an hour ago and the server had been down since.
  const start = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now: start - 3_600_000 })
  for (let index = 0; index < TASKS; index++) {
    await create([{ name: 'prompt', value: `Task ${index}.` }], null, user)
  }

  // The clock advances by a second once the tasks that are due have been polled.
  vi.setSystemTime(start)
  const { stop } = await tracker.start()
  const seen = () => new Set(provider.sandbox.ledger().polls.map(({ taskid }) => taskid)).size
  const perSecond: number[] = []
  for (let second = 0; second <= INTERVAL_MS / 1_000; second++) {
    vi.setSystemTime(start + second * 1_000)
    const due = Math.min(TASKS, 1 + (second * TASKS * 1_000) / INTERVAL_MS)
    while (seen() < due) await pause(20)
    perSecond.push(seen())
  }
  await stop()
  expect(perSecond).toEqual([1, 6, 11, 16, 21, 26, 31, 36, 41, 46, 50])
})
