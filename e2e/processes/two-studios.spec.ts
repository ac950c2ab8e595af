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
import { createAll, everything } from './api'
import { overlaps } from './overlaps'

const EACH_HALF = 30
const TASKS = 2 * EACH_HALF
const CONCURRENCY = 8 // videos that one studio saves at a time
const LONG_MS = 3_600_000
const ratios = RATIOS.filter((ratio) => ratio !== 'adaptive')

const sha256 = (bytes: ArrayBuffer) => createHash('sha256').update(new Uint8Array(bytes)).digest('hex')

type Provider = RunningSandbox & { letTimePass(ms: number): void }
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
      letTimePass(ms) {
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

/** Two studios that share everything, and both find the database empty. */
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

it('of two studios one is killed half way: every video is made once, and is here', async ({
  database,
  provider,
  folder,
}) => {
  const { sandbox } = provider
  const [one, other] = await startTwo({ database, provider, folder })
  try {
    // Calls that take a while would show it if two were made at a time.
    const slowly: FaultOrder[] = [
      { on: 'read', fault: 'slow', ms: 50, times: 'always' },
      { on: 'result', fault: 'slow', ms: 200, times: 'always' },
    ]
    sandbox.fail(...slowly)
    await createAll([one.url, other.url], submissions.slice(0, EACH_HALF))
    await expect.poll(() => count(other.url, 'completed')).toBe(EACH_HALF)

    // The other half is finished all at once, and each studio has its hands full of videos that do not come.
    sandbox.set({ pendingMs: LONG_MS })
    await createAll([one.url, other.url], submissions.slice(EACH_HALF))
    sandbox.heal()
    sandbox.fail({ on: 'result', fault: 'slow', ms: 600_000, times: 'always' })
    provider.letTimePass(2 * LONG_MS)
    await expect.poll(() => count(other.url, 'saving')).toBe(EACH_HALF)
    await expect.poll(() => inHand(sandbox.ledger())).toHaveLength(2 * CONCURRENCY)
    const before = inHand(sandbox.ledger())
    one.process.kill('SIGKILL')
    await expect.poll(() => inHand(sandbox.ledger())).toHaveLength(CONCURRENCY)
    const remaining = inHand(sandbox.ledger())
    sandbox.heal()
    sandbox.fail(...slowly)
    await passAMinute(
      database,
      before.filter((taskid) => !remaining.includes(taskid)),
    )
    await expect.poll(() => count(other.url, 'completed')).toBe(TASKS)

    checkLedger(sandbox.ledger())
    const videos = await everything(other.url)
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
  (await everything(url)).filter(({ status }) => status === wanted).length

/** The tasks whose videos are being fetched. */
const inHand = ({ downloads }: Ledger): string[] =>
  downloads.filter(({ endedAt }) => endedAt === null).map(({ taskid }) => taskid)

/** What a killed studio held is its own for a minute: lets it go by for these tasks, and spares the test the wait. */
async function passAMinute(database: string, taskids: string[]): Promise<void> {
  const client = new Client({ connectionString: database })
  await client.connect()
  const past = new Date(0).toISOString()
  await client.query('update generations set lease_until = $1 where taskid = any($2)', [past, taskids])
  await client.end()
}

function checkLedger({ creates, tasks, polls, downloads, leaks }: Ledger): void {
  expect(creates).toHaveLength(TASKS)
  expect(tasks).toHaveLength(TASKS)
  expect(overlaps(polls), 'looks at one task at the same time').toEqual([])
  expect(overlaps(downloads), 'downloads of one film at the same time').toEqual([])
  expect(downloads.length - TASKS, 'films that the killed one had in hand').toBe(CONCURRENCY)
  expect(leaks).toEqual([])
}

/** In the sandbox a format has one video, and no two formats have the same. */
async function checkVideos(url: string, videos: Awaited<ReturnType<typeof everything>>): Promise<void> {
  const seen = new Set<string>()
  for (const { id, settings, video } of videos) {
    const bytes = await (await fetch(`${url}/api/generations/${id}/video`)).arrayBuffer()
    expect(bytes.byteLength).toBe(video?.bytes)
    seen.add(`${settings.ratio} ${sha256(bytes)}`)
  }
  expect(seen.size).toBe(ratios.length)
  expect(new Set([...seen].map((video) => video.split(' ')[1])).size).toBe(ratios.length)
}
