import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { Problem } from '@/lib/shared/problem'
import { startPostgres } from '@/testing/db/postgres'
import { startProxyTo, type TcpProxy } from '@/testing/db/proxy'
import { CannotOpen } from './database-problem'
import { openPatientPostgres, openPostgres, whyClosed } from './postgres'

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

/** Fills the pool, so that many connections stand idle. */
const fill = (db: ReturnType<typeof open>) =>
  Promise.all(Array.from({ length: 10 }, () => sql`select pg_sleep(0.1)`.execute(db)))

test('a server that refuses is told as away, and is used again as soon as it is back', async () => {
  const db = open()
  await ask(db)
  proxy.set('refusing')
  expect(await codeOf(ask(db))).toBe('database_unavailable')
  proxy.set('fine')
  expect((await ask(db)).rows).toEqual([{ one: 1 }])
})

test('a line that falls silent is given up, and with it all connections that are as old', async () => {
  const db = open()
  await fill(db)
  proxy.set('silent')
  expect(await codeOf(ask(db))).toBe('database_unavailable')
  expect(await codeOf(ask(db))).toBe('database_unavailable')
  proxy.set('fine')
  // Nine of the ten still stand in the pool, as silent as the first.
  expect((await ask(db)).rows).toEqual([{ one: 1 }])
})

test('a transaction whose line falls silent ends once, and holds no connection', async () => {
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

test('a connection that ends between two queries of a transaction ends no process', async () => {
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

describe('what takes too long', () => {
  test('is ended by the server, told as such, and its connection stays', async () => {
    const db = open()
    const pid = async () =>
      (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid
    const before = await pid()
    expect(await codeOf(sql`select pg_sleep(30)`.execute(db))).toBe('database_busy')
    expect(await pid()).toBe(before)
  })

  test('is a lock, too', async () => {
    const db = open()
    await db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(1)`.execute(tx)
      const waiting = db.transaction().execute((other) => sql`select pg_advisory_xact_lock(1)`.execute(other))
      expect(await codeOf(waiting)).toBe('database_busy')
    })
  })

  test('but a migration is not cut', async () => {
    const { patient, abandon } = openPatientPostgres(url)
    onTestFinished(abandon)
    const { rows } = await sql<{ most: string }>`select current_setting('statement_timeout') as most`.execute(
      patient,
    )
    expect(rows).toEqual([{ most: '0' }])
  })
})

test.each([
  ['a database that is not there', (at: URL) => (at.pathname = '/nowhere'), /"nowhere" does not exist/],
  ['a user that is not there', (at: URL) => (at.username = 'nobody'), /"nobody" does not exist/],
])('%s is told in a sentence, for waiting cannot help', async (_, change, sentence) => {
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

test('what the query itself did wrong is no matter of the database', async () => {
  const db = open()
  expect(await codeOf(sql`select * from nothing`.execute(db))).toMatch(/relation "nothing" does not exist/)
})
