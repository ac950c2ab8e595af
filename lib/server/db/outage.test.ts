import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { Problem } from '@/lib/shared/problem'
import { startPostgres } from '@/testing/db/postgres'
import { startProxyTo, type TcpProxy } from '@/testing/db/proxy'
import { CannotOpen } from './dialect/database-problem'
import { openPatientPostgres, openPostgres, whyClosed } from './dialect/postgres'

const SERVER = { statement_timeout: 400, lock_timeout: 400, idle_in_transaction_session_timeout: 30_000 }
const LIMITS = { connect: 1_000, silence: 1_000, server: SERVER }

let server: Awaited<ReturnType<typeof startPostgres>>
let database: string
let proxy: TcpProxy
let url: string

beforeAll(async () => {
  Object.assign(process.env, { TENSORSLAB_API_KEY: 'k', LOG_LEVEL: 'silent' })
  server = await startPostgres()
  database = await server.createDatabase('outage')
  ;({ proxy, url } = await startProxyTo(database))
})
beforeEach(() => proxy.set('fine'))
afterAll(async () => {
  await proxy.close()
  await server.stop()
})

function open() {
  const opened = openPostgres(url, LIMITS)
  onTestFinished(() => opened.destroy())
  return opened
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no problem',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  )
const ask = (db: ReturnType<typeof open>) => sql<{ one: number }>`select 1 as one`.execute(db)

/** Fills the pool with idle connections. */
const fill = (db: ReturnType<typeof open>) =>
  Promise.all(Array.from({ length: 10 }, () => sql`select pg_sleep(0.1)`.execute(db)))

test('a server that refuses connections is reported as unavailable, and used again as soon as it is back', async () => {
  const db = open()
  await ask(db)
  proxy.set('refusing')
  expect(await codeOf(ask(db))).toBe('database_unavailable')
  proxy.set('fine')
  expect((await ask(db)).rows).toEqual([{ one: 1 }])
})

test('a silent connection is discarded, along with all connections as old', async () => {
  const db = open()
  await fill(db)
  proxy.set('silent')
  expect(await codeOf(ask(db))).toBe('database_unavailable')
  expect(await codeOf(ask(db))).toBe('database_unavailable')
  proxy.set('fine')
  // The other nine are still in the pool, and just as silent.
  expect((await ask(db)).rows).toEqual([{ one: 1 }])
})

test('a transaction on a silent connection fails and releases the connection', async () => {
  const db = open()
  const broken = db.transaction().execute(async (tx) => {
    await ask(tx)
    proxy.set('silent')
    await ask(tx)
  })
  expect(await codeOf(broken)).toBe('database_unavailable')
  proxy.set('fine')
  await fill(db)
})

test('a connection that breaks between two queries of a transaction does not crash the process', async () => {
  const db = open()
  const broken = db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(db)
    await expect.poll(() => codeOf(ask(tx))).toBe('database_unavailable')
    await ask(tx)
  })
  expect(await codeOf(broken)).toBe('database_unavailable')
  await ask(db)
})

describe('work that takes too long', () => {
  test('is cancelled by the server and reported as busy, and its connection stays usable', async () => {
    const db = open()
    const pid = async () =>
      (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid
    const before = await pid()
    expect(await codeOf(sql`select pg_sleep(30)`.execute(db))).toBe('database_busy')
    expect(await pid()).toBe(before)
  })

  test('includes waiting for a lock', async () => {
    const db = open()
    await db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(1)`.execute(tx)
      const waiting = db.transaction().execute((other) => sql`select pg_advisory_xact_lock(1)`.execute(other))
      expect(await codeOf(waiting)).toBe('database_busy')
    })
  })

  test('is not cancelled when it is a migration', async () => {
    const { patient, abandon } = openPatientPostgres(url)
    onTestFinished(abandon)
    const { rows } = await sql<{ most: string }>`select current_setting('statement_timeout') as most`.execute(
      patient,
    )
    expect(rows).toEqual([{ most: '0' }])
  })
})

test.each([
  ['a missing database', (at: URL) => (at.pathname = '/nowhere'), /"nowhere" does not exist/],
  ['a missing user', (at: URL) => (at.username = 'nobody'), /"nobody" does not exist/],
])('%s is reported in a sentence, since waiting can’t help', async (_, change, sentence) => {
  const at = new URL(database)
  change(at)
  const db = openPostgres(at.href, LIMITS)
  onTestFinished(() => db.destroy())
  const error = await ask(db).catch((cause: unknown) => cause)
  const why = whyClosed(error)
  expect(why).toBeInstanceOf(CannotOpen)
  expect(why?.message).toMatch(sentence)
  expect(why?.message).toMatch(/Correct DATABASE_URL\.$/)
})

test('an error in the query itself is not reported as a database problem', async () => {
  const db = open()
  expect(await codeOf(sql`select * from nothing`.execute(db))).toMatch(/relation "nothing" does not exist/)
})
