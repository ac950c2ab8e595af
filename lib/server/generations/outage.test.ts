import { readdir } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { db, ping, records } from '@/lib/server/db'
import { submission } from '@/testing/db/fixture'
import { startPostgres } from '@/testing/db/postgres'
import { startProxyTo, type TcpProxy } from '@/testing/db/proxy'
import { startStudio } from '@/testing/generations/fixture'
import { journalContract } from '@/testing/generations/journal-contract'
import { me, problemOf } from '@/testing/generations/submission'
import { keepOutcome, writeDown } from './create/keep-outcome'
import { list, read, tracker } from './index'

let server: Awaited<ReturnType<typeof startPostgres>>
let proxy: TcpProxy

beforeAll(async () => {
  server = await startPostgres()
  const line = await startProxyTo(await server.createDatabase('outage'))
  proxy = line.proxy
  process.env.DATABASE_URL = line.url
})
afterEach(() => proxy.set('fine')) // before startStudio's own cleanup
afterAll(async () => {
  delete process.env.DATABASE_URL
  await proxy.close()
  await server.stop()
})

const studio = startStudio()
const { make, ledger, fail, until } = studio
const noted = () => readdir(`${studio.folder()}/journal`).catch(() => [])
const sent = () => vi.waitUntil(() => ledger().creates.length === 1, { interval: 5, timeout: 120_000 })

test('while the database is unreachable, creating fails with nothing sent', async () => {
  proxy.set('refusing')
  const problem = await problemOf(make())
  expect(problem).toMatchObject({ code: 'database_unavailable', details: { retryAfter: 5 } })
  expect(problem.detail).toContain('Nothing was sent')
  expect(ledger().creates).toEqual([])
  expect((await problemOf(list(me, {}))).code).toBe('database_unavailable')
  proxy.set('fine')
  expect((await list(me, {})).items).toEqual([])
  expect(await make()).toMatchObject({ status: 'pending' })
})

describe('when the database fails while a request is being sent', () => {
  test('and comes back, the taskid is stored', async () => {
    fail({ on: 'create', fault: 'slow', ms: 300 })
    const answered = make()
    await sent()
    proxy.set('refusing')
    await vi.waitUntil(async () => (await noted()).length === 1, { interval: 20, timeout: 120_000 })
    proxy.set('fine')
    const { id, taskid } = await answered
    expect(taskid).toBe(ledger().tasks[0]?.taskid)
    await vi.waitUntil(async () => (await noted()).length === 0, { interval: 20, timeout: 120_000 })
    expect(await read(id, me)).toMatchObject({ status: 'pending', taskid })
    await until(id, 'completed')
  })

  test('and stays away, the taskid goes to the journal and to the client', async () => {
    fail({ on: 'create', fault: 'slow', ms: 300 })
    const answered = make()
    await sent()
    proxy.set('refusing')
    const { id, taskid, status } = await answered
    expect({ taskid, status }).toEqual({ taskid: ledger().tasks[0]?.taskid, status: 'pending' })
    expect(await noted()).toEqual([id])
    proxy.set('fine')
    await vi.waitUntil(async () => (await read(id, me)).taskid === taskid, { interval: 50, timeout: 120_000 })
    await vi.waitUntil(async () => (await noted()).length === 0, { interval: 20, timeout: 120_000 })
  })

  test('a refusal is stored later, too', async () => {
    const row = submission({ lease: 'a sending' })
    const { stored } = await records.insert(row, [])
    proxy.set('refusing')
    const outcome = { status: 'rejected', failure_code: 'provider_busy', failure_message: 'Busy.' } as const
    const kept = keepOutcome(stored, outcome)
    await vi.waitUntil(async () => (await noted()).length === 1, { interval: 20, timeout: 120_000 })
    proxy.set('fine')
    expect(await kept).toMatchObject(outcome)
    expect(await read(row.id, me)).toMatchObject({ status: 'rejected', failure: { code: 'provider_busy' } })
    await vi.waitUntil(async () => (await noted()).length === 0, { interval: 20, timeout: 120_000 })
  })
})

test.each(['submitting', 'queued'] as const)(
  'an insert that committed without confirmation as %s is rejected, because nothing was sent',
  async (status) => {
    const row = submission({ status, lease: status === 'queued' ? null : 'a sending' })
    const written = writeDown([row], async () => {
      await records.insert(row, [])
      proxy.set('refusing')
      return records.find(row.id, row.person)
    })
    expect((await problemOf(written)).code).toBe('database_unavailable')
    proxy.set('fine')
    await vi.waitUntil(async () => (await read(row.id, me)).status === 'rejected', {
      interval: 50,
      timeout: 120_000,
    })
    expect((await read(row.id, me)).failure?.code).toBe('database_unavailable')
  },
)

test('one person’s slow reads leave connections for others and end in a named error', async () => {
  const database = await db()
  await database.transaction().execute(async (tx) => {
    await sql`lock table generations in access exclusive mode`.execute(tx)
    const slow = Array.from({ length: 24 }, (_, n) => problemOf(list(me, n % 2 ? {} : { q: 'koala' })))
    for (let n = 0; n < 10; n++) await ping()
    for (const { code } of await Promise.all(slow)) expect(['rate_limited', 'database_busy']).toContain(code)
  })
  expect((await list(me, { q: 'koala' })).nextCursor).toBeNull()
})

test('following continues when the database is back', async () => {
  const { id } = await make()
  const { stop } = await tracker.start()
  proxy.set('refusing')
  expect((await problemOf(read(id, me))).code).toBe('database_unavailable')
  proxy.set('fine')
  studio.pass(60_000)
  await vi.waitUntil(
    async () => {
      studio.pass(1_000)
      return (await read(id, me)).status === 'completed'
    },
    { interval: 50, timeout: 120_000 },
  )
  await stop()
})

describe('the journal, at the next start', () => journalContract(studio))
