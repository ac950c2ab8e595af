import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import * as z from 'zod'
import { CANARY, photo, type Running, startStudio } from '@/e2e/kit'
import { type RunningSandbox, startSandbox } from '@/lib/sandbox'
import { startPostgres } from '@/testing/db/postgres'

const ROUNDS = 8

type Servers = { started: RunningSandbox; two: [Running, Running] }

/** Starts two servers that share a database, a folder and a provider, for all tests of this file. */
const it = test.extend<{ provider: RunningSandbox }, Servers>({
  started: [
    async ({ browserName: _ }, use) => {
      const provider = await startSandbox({ key: CANARY, video: 'tiny', settings: { processingMs: 600_000 } })
      await use(provider)
      await provider.close()
    },
    { scope: 'worker' },
  ],
  provider: async ({ started }, use) => {
    await started.sandbox.forget()
    await use(started)
  },
  two: [
    async ({ started: provider }, use) => {
      const postgres = await startPostgres()
      const folder = await mkdtemp(join(tmpdir(), 'promptreel-claims-'))
      const env = {
        DATABASE_URL: await postgres.createDatabase('studio'),
        TENSORSLAB_BASE_URL: provider.url,
        LOG_LEVEL: 'warn',
      }
      const [one, other] = await Promise.all([startStudio(env, folder), startStudio(env, folder)])
      await use([one, other])
      await Promise.all([one.stop(), other.stop()])
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
})

const answer = z.object({
  id: z.string().optional(),
  generation: z.string().optional(),
  code: z.string().optional(),
})

async function call(url: string, path: string, init: RequestInit) {
  const response = await fetch(`${url}/api/${path}`, init)
  const text = await response.text()
  return { status: response.status, ...(text === '' ? {} : answer.parse(JSON.parse(text))) }
}

function create(url: string, { image, key, headers }: { image?: string; key?: string; headers?: object }) {
  const body = new FormData()
  body.set('prompt', 'A koala waves.')
  if (image) body.set('sourceImage', image)
  return call(url, 'generations', {
    method: 'POST',
    body,
    headers: { ...(key && { 'idempotency-key': key }), ...headers },
  })
}

const update = (url: string, id: string, change: object) =>
  call(url, `generations/${id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  })

it('deleting a generation on one server while another reuses its photo fails on neither', async ({
  two: [one, other],
}) => {
  it.setTimeout(300_000)
  for (let round = 0; round < ROUNDS; round++) {
    const body = new Uint8Array(await photo(20))
    const headers = { 'content-type': 'image/jpeg' }
    const image = (await call(one.url, 'images', { method: 'POST', headers, body })).id ?? ''
    const { id } = await create(one.url, { image })
    const [removed, ...made] = await Promise.all([
      call(one.url, `generations/${id}`, { method: 'DELETE' }),
      create(one.url, { image }),
      create(other.url, { image }),
    ])
    expect(removed.status).toBe(204)
    const exists = (await fetch(`${other.url}/api/images/${image}`)).status === 200
    for (const { status, code } of made) {
      expect([status, code]).toEqual(exists ? [201, undefined] : [422, 'invalid_input'])
    }
  }
})

it('a taskid that is entered on two servers at once is accepted for only one generation', async ({
  two: [one, other],
  provider,
}) => {
  it.setTimeout(300_000)
  for (let round = 0; round < ROUNDS; round++) {
    provider.sandbox.fail({ on: 'create', fault: 'drop-after-accepting', times: 2 })
    const lost = [await create(one.url, {}), await create(other.url, {})]
    const taskid = provider.sandbox.ledger().tasks.at(-1)?.taskid
    const [first, second] = await Promise.all([
      update(one.url, lost[0]?.generation ?? '', { taskid }),
      update(other.url, lost[1]?.generation ?? '', { taskid }),
    ])
    expect([first.status, second.status].toSorted()).toEqual([200, 422])
  }
})

it('an idempotency key that is retried on two servers at once after a temporary refusal is sent only once more', async ({
  two: [one, other],
  provider,
}) => {
  it.setTimeout(300_000)
  for (let round = 0; round < ROUNDS; round++) {
    const key = `k${round}`
    provider.sandbox.fail({ on: 'create', fault: 'too-many-requests' })
    const refused = await create(one.url, { key, headers: { prefer: 'respond-sync' } })
    expect(refused).toMatchObject({ status: 503, code: 'provider_busy' })
    const again = await Promise.all([one, other, one, other].map(({ url }) => create(url, { key })))
    expect(again.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 201])
    expect(new Set(again.map(({ id }) => id))).toEqual(new Set([refused.generation]))
    expect(provider.sandbox.ledger().creates).toHaveLength(2 * (round + 1))
  }
})
