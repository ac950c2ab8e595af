import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { databaseContract } from '@/testing/db/contract'
import { dialectContract } from '@/testing/db/dialect-contract'
import { submission } from '@/testing/db/fixture'
import { migrationsContract } from '@/testing/db/migrations-contract'
import { startPostgres } from '@/testing/db/postgres'
import { dueWork, ping, records } from './index'
import { type Db, db } from './open'

let server: Awaited<ReturnType<typeof startPostgres>>

beforeAll(async () => {
  server = await startPostgres()
  const DATABASE_URL = await server.createDatabase('contract')
  Object.assign(process.env, { TENSORSLAB_API_KEY: 'k', DATABASE_URL, LOG_LEVEL: 'silent' })
})
afterAll(async () => {
  await (await db()).destroy()
  await server.stop()
})

databaseContract()
describe('dialect', () => dialectContract())

migrationsContract(async () => {
  const connectionString = await server.createDatabase(`old-${ulid()}`)
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new Pool({ connectionString }) }) })
})

/** The database module as several processes would load it, each with its own connection. */
async function openers(count: number): Promise<(() => Promise<Db>)[]> {
  const found: (typeof db)[] = []
  for (let n = 0; n < count; n++) {
    vi.resetModules()
    found.push((await import('./open')).db)
  }
  const shared: typeof globalThis & { promptreelDb?: Promise<Db> | undefined } = globalThis
  return found.map((open) => () => {
    const mine = shared.promptreelDb
    shared.promptreelDb = undefined
    const opened = open()
    shared.promptreelDb = mine
    return opened
  })
}

test('processes that start together on an empty database migrate it once', async () => {
  await ping()
  const own = process.env.DATABASE_URL
  for (const name of ['first', 'second', 'third']) {
    process.env.DATABASE_URL = await server.createDatabase(name)
    const opened = await Promise.all((await openers(6)).map((open) => open()))
    for (const one of opened) {
      const done = await sql<{ name: string }>`select name from kysely_migration`.execute(one)
      expect(done.rows.map(({ name }) => name)).toEqual([
        '001-first',
        '002-views',
        '003-waits',
        '005-search',
        '010-people',
        '011-taskids',
        '012-spent-keys',
        '014-following',
        '016-ended-access',
        '017-models',
        '018-given-images',
        '019-released-images',
        '020-seed',
        '021-queue',
        '022-presets',
        '023-tags',
        '024-spend',
        '025-batches',
      ])
    }
    await Promise.all(opened.map((one) => one.destroy()))
  }
  process.env.DATABASE_URL = own
})

test('a starting process takes no leases from others', async () => {
  const lease_until = new Date(Date.now() + 60_000).toISOString()
  const row = submission({ status: 'submitting', lease: 'another process', lease_until })
  await records.insert(row, [])
  await dueWork.forgetLeases()
  expect(await dueWork.giveUpSending({ status: 'unknown' })).toEqual([])
  expect(await records.find(row.id, 'local')).toMatchObject({
    status: 'submitting',
    lease: 'another process',
  })
})
