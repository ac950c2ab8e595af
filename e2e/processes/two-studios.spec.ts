import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { CANARY, type Running, startStudio } from '@/e2e/kit'
import { type Ledger, type RunningSandbox, startSandbox } from '@/lib/sandbox'
import { startPostgres } from '@/lib/server/store/fixture-postgres'
import { RATIOS } from '@/lib/shared/seedance'
import { createAll, everything } from './api'
import { overlaps } from './overlaps'

const TASKS = 200
const SEATS = 4 // films that one studio saves at a time
const RESULT_MS = 800
const ratios = RATIOS.filter((ratio) => ratio !== 'adaptive')

const sha256 = (bytes: ArrayBuffer) => createHash('sha256').update(new Uint8Array(bytes)).digest('hex')

type Servers = { database: string; provider: RunningSandbox; folder: string }

const it = test.extend<Servers>({
  database: async ({ browserName: _ }, use) => {
    const postgres = await startPostgres()
    await use(await postgres.createDatabase('studio'))
    await postgres.stop()
  },
  provider: async ({ browserName: _ }, use) => {
    const settings = { pendingMs: 500, processingMs: 1_500, uploadingMs: 500 }
    const provider = await startSandbox({ key: CANARY, film: 'tiny', settings })
    await use(provider)
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

it('of two studios one is killed half way: every film is made once, and is here', async ({
  database,
  provider,
  folder,
}) => {
  it.setTimeout(180_000) // what the killed one held is its own for a minute
  const [one, other] = await startTwo({ database, provider, folder })
  try {
    // Calls that take a while would show it if two were made at a time.
    provider.sandbox.fail(
      { on: 'read', fault: 'slow', ms: 50, times: 'always' },
      { on: 'result', fault: 'slow', ms: RESULT_MS, times: 'always' },
    )
    const wishes = Array.from({ length: TASKS }, (_, n) => ({
      prompt: `Film ${n}`,
      ratio: ratios[n % ratios.length] ?? '1:1',
      resolution: '480p',
    }))
    await createAll([one.url, other.url], wishes)
    const completed = async () =>
      (await everything(other.url)).filter(({ status }) => status === 'completed').length
    await expect.poll(completed, { timeout: 60_000, intervals: [100] }).toBeGreaterThanOrEqual(TASKS / 2)
    const busy = () => provider.sandbox.ledger().downloads.filter(isFresh).length
    await expect.poll(busy, { timeout: 20_000, intervals: [20] }).toBeGreaterThan(SEATS)
    one.process.kill('SIGKILL')
    await expect.poll(completed, { timeout: 100_000, intervals: [500] }).toBe(TASKS)

    checkLedger(provider.sandbox.ledger())
    const films = await everything(other.url)
    expect(films.map(({ prompt }) => prompt).toSorted()).toEqual(
      wishes.map(({ prompt }) => prompt).toSorted(),
    )
    const made = provider.sandbox.ledger().tasks.map(({ taskid }) => taskid)
    expect(films.map(({ taskid }) => taskid).toSorted()).toEqual(made.toSorted())
    await checkFilms(other.url, films)
  } finally {
    await Promise.all([one.stop(), other.stop()])
  }
})

/** Of more such downloads than one studio has seats, some are the other's, and do not end in the next moment. */
const isFresh = ({ startedAt, endedAt }: Ledger['downloads'][number]): boolean =>
  endedAt === null && Date.now() - startedAt < RESULT_MS - 200

function checkLedger({ creates, tasks, looks, downloads, leaks }: Ledger): void {
  expect(creates).toHaveLength(TASKS)
  expect(tasks).toHaveLength(TASKS)
  expect(overlaps(looks), 'looks at one task at the same time').toEqual([])
  expect(overlaps(downloads), 'downloads of one film at the same time').toEqual([])
  const again = downloads.length - TASKS
  expect(again, 'films that the killed one had in hand').toBeGreaterThan(0)
  expect(again, 'films that the killed one had in hand').toBeLessThanOrEqual(SEATS)
  expect(leaks).toEqual([])
}

/** In the sandbox a format has one film, and no two formats have the same. */
async function checkFilms(url: string, films: Awaited<ReturnType<typeof everything>>): Promise<void> {
  const seen = new Set<string>()
  for (const { id, settings, video } of films) {
    const bytes = await (await fetch(`${url}/api/generations/${id}/video`)).arrayBuffer()
    expect(bytes.byteLength).toBe(video?.bytes)
    seen.add(`${settings.ratio} ${sha256(bytes)}`)
  }
  expect(seen.size).toBe(ratios.length)
  expect(new Set([...seen].map((film) => film.split(' ')[1])).size).toBe(ratios.length)
}
