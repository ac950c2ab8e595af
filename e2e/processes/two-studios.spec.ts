import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { Client } from 'pg'
import { CANARY, type Running, startStudio } from '@/e2e/kit'
import { type FaultOrder, type Ledger, type RunningSandbox, startSandbox } from '@/lib/sandbox'
import { RATIOS } from '@/lib/shared/models'
import { startPostgres } from '@/testing/db/postgres'
import { createAll, listAll } from './api'
import { overlaps } from './overlaps'

const HALF = 30
const TASKS = 2 * HALF
const CONCURRENCY = 8 // videos that one server saves at a time
const HOUR_MS = 3_600_000
const ratios = RATIOS.filter((ratio) => ratio !== 'adaptive')

const sha256 = (bytes: ArrayBuffer) => createHash('sha256').update(new Uint8Array(bytes)).digest('hex')

type Provider = RunningSandbox & { advanceClock(ms: number): void }
type Servers = { database: string; provider: Provider; folder: string }

const it = test.extend<Servers>({
  database: async ({ browserName: _ }, use) => {
    const postgres = await startPostgres()
    await use(await postgres.createDatabase('studio'))
    await postgres.stop()
  },
  provider: async ({ browserName: _ }, use) => {
    let ahead = 0
    const settings = { pendingMs: 500, processingMs: 1_500, uploadingMs: 500 }
    const provider = await startSandbox({
      key: CANARY,
      video: 'tiny',
      settings,
      now: () => Date.now() + ahead,
    })
    await use({
      ...provider,
      advanceClock(ms) {
        ahead += ms
      },
    })
    await provider.close()
  },
  folder: async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'promptreel-processes-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
})

/** Starts two servers that share everything, both on an empty database. */
async function startTwo({ database, provider, folder }: Servers): Promise<[Running, Running]> {
  const env = {
    DATABASE_URL: database,
    TENSORSLAB_BASE_URL: provider.url,
    TENSORSLAB_RESULT_HOSTS: `127.0.0.1:${provider.port}`,
    POLL_INTERVAL_MS: '300',
    LOG_LEVEL: 'warn',
  }
  return Promise.all([startStudio(env, folder), startStudio(env, folder)])
}

it('when one of two servers is killed halfway, every video is still made and saved exactly once', async ({
  database,
  provider,
  folder,
}) => {
  const { sandbox } = provider
  const [one, other] = await startTwo({ database, provider, folder })
  try {
    // Slow responses make overlapping calls visible.
    const slow: FaultOrder[] = [
      { on: 'read', fault: 'slow', ms: 50, times: 'always' },
      { on: 'result', fault: 'slow', ms: 200, times: 'always' },
    ]
    sandbox.fail(...slow)
    await createAll([one.url, other.url], submissions.slice(0, HALF))
    await expect.poll(() => count(other.url, 'completed')).toBe(HALF)

    // The other half finishes all at once, and both servers reach their concurrency with downloads that stall.
    sandbox.set({ pendingMs: HOUR_MS })
    await createAll([one.url, other.url], submissions.slice(HALF))
    sandbox.heal()
    sandbox.fail({ on: 'result', fault: 'slow', ms: 600_000, times: 'always' })
    provider.advanceClock(2 * HOUR_MS)
    await expect.poll(() => count(other.url, 'saving')).toBe(HALF)
    await expect.poll(() => downloading(sandbox.ledger())).toHaveLength(2 * CONCURRENCY)
    const before = downloading(sandbox.ledger())
    one.process.kill('SIGKILL')
    await expect.poll(() => downloading(sandbox.ledger())).toHaveLength(CONCURRENCY)
    const remaining = downloading(sandbox.ledger())
    sandbox.heal()
    sandbox.fail(...slow)
    await expireLeases(
      database,
      before.filter((taskid) => !remaining.includes(taskid)),
    )
    await expect.poll(() => count(other.url, 'completed')).toBe(TASKS)

    checkLedger(sandbox.ledger())
    const videos = await listAll(other.url)
    expect(videos.map(({ prompt }) => prompt).toSorted()).toEqual(
      submissions.map(({ prompt }) => prompt).toSorted(),
    )
    const made = sandbox.ledger().tasks.map(({ taskid }) => taskid)
    expect(videos.map(({ taskid }) => taskid).toSorted()).toEqual(made.toSorted())
    await checkVideos(other.url, videos)
  } finally {
    await Promise.all([one.stop(), other.stop()])
  }
})

const submissions = Array.from({ length: TASKS }, (_, n) => ({
  prompt: `Film ${n}`,
  ratio: ratios[n % ratios.length] ?? '1:1',
  resolution: '480p',
}))

const count = async (url: string, wanted: string): Promise<number> =>
  (await listAll(url)).filter(({ status }) => status === wanted).length

/** Tasks whose videos are being downloaded. */
const downloading = ({ downloads }: Ledger): string[] =>
  downloads.filter(({ endedAt }) => endedAt === null).map(({ taskid }) => taskid)

/** Expires these tasks' leases, which a killed server would hold for another minute. */
async function expireLeases(database: string, taskids: string[]): Promise<void> {
  const client = new Client({ connectionString: database })
  await client.connect()
  const past = new Date(0).toISOString()
  await client.query('update generations set lease_until = $1 where taskid = any($2)', [past, taskids])
  await client.end()
}

function checkLedger({ creates, tasks, polls, downloads, leaks }: Ledger): void {
  expect(creates).toHaveLength(TASKS)
  expect(tasks).toHaveLength(TASKS)
  expect(overlaps(polls), 'concurrent polls of one task').toEqual([])
  expect(overlaps(downloads), 'concurrent downloads of one video').toEqual([])
  expect(downloads.length - TASKS, 'videos the killed server was downloading').toBe(CONCURRENCY)
  expect(leaks).toEqual([])
}

/** The sandbox makes one video per ratio and no two alike, so this checks that none was mixed up. */
async function checkVideos(url: string, videos: Awaited<ReturnType<typeof listAll>>): Promise<void> {
  const seen = new Set<string>()
  for (const { id, settings, video } of videos) {
    const bytes = await (await fetch(`${url}/api/generations/${id}/video`)).arrayBuffer()
    expect(bytes.byteLength).toBe(video?.bytes)
    seen.add(`${settings.ratio} ${sha256(bytes)}`)
  }
  expect(seen.size).toBe(ratios.length)
  expect(new Set([...seen].map((video) => video.split(' ')[1])).size).toBe(ratios.length)
}
