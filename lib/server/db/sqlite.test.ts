import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery, sql } from 'kysely'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { ACTIVE } from '@/lib/shared/generation'
import { FAILED } from '@/lib/shared/view'
import { databaseContract } from '@/testing/db/contract'
import { dialectContract } from '@/testing/db/dialect-contract'
import { submission } from '@/testing/db/fixture'
import { findByGrams } from './dialect/sqlite-dialect'
import { dueWork, records } from './index'
import { db } from './open'

const folder = () => mkdtemp(join(tmpdir(), 'promptreel-store-'))
let own: string

beforeAll(async () => {
  own = await folder()
  Object.assign(process.env, { TENSORSLAB_API_KEY: 'k', DATA_DIR: own, LOG_LEVEL: 'silent' })
  delete process.env.DATABASE_URL
})
afterAll(async () => {
  await (await db()).destroy()
  await rm(own, { recursive: true })
})

databaseContract()
describe('dialect', () => dialectContract())

test('every commit is synced, and foreign keys are enforced', async () => {
  const pragma = async (name: string) => (await sql.raw(`pragma ${name}`).execute(await db())).rows
  expect(await pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }])
  expect(await pragma('synchronous')).toEqual([{ synchronous: 2 }])
  expect(await pragma('foreign_keys')).toEqual([{ foreign_keys: 1 }])
})

test.each([
  ['active', `status in (${ACTIVE.map((status) => `'${status}'`).join(', ')})`],
  ['failed', `status in (${FAILED.map((status) => `'${status}'`).join(', ')})`],
  ['starred', 'starred = 1'],
])('a filter for %s uses its partial index', async (name, condition) => {
  const query = `select * from generations where person = 'p' and ${condition} order by id desc limit 25`
  const { rows } = await sql.raw(`explain query plan ${query}`).execute(await db())
  expect(rows).toMatchObject([{ detail: expect.stringContaining(`INDEX generations_${name}`) }])
})

test('a search reads candidates from the index, newest first, up to the limit', async () => {
  const database = await db()
  const query = findByGrams(database, ['koa', 'oal'], { before: ulid(), limit: 25 }).compile()
  const explained = CompiledQuery.raw(`explain query plan ${query.sql}`, [...query.parameters])
  const { rows } = await database.executeQuery<{ detail: string }>(explained)
  expect(rows.map(({ detail }) => detail)).toEqual([
    'CO-ROUTINE found',
    expect.stringMatching(/^SCAN prompt_grams VIRTUAL TABLE INDEX/),
    'SCAN found',
    expect.stringMatching(/^SEARCH prompt_places USING INTEGER PRIMARY KEY/),
    expect.stringMatching(/^SEARCH generations .*\bid=\?\)$/),
    'USE TEMP B-TREE FOR ORDER BY', // of at most `limit` rows
  ])
})

test('deleting generations removes their grams', async () => {
  const database = await db()
  await database.deleteFrom('generations').execute()
  const left = await sql<{ left: number }>`select count(*) as left from prompt_grams`.execute(database)
  expect(left.rows).toMatchObject([{ left: 0 }])
})

test('a starting single process expires all earlier leases', async () => {
  const held = {
    status: 'submitting',
    lease: 'before',
    lease_until: new Date(Date.now() + 60_000).toISOString(),
  } as const
  const row = submission(held)
  await records.insert(row, [])
  await dueWork.forgetLeases()
  expect(await dueWork.giveUpSending({ status: 'unknown' })).toContain(row.id)
})

describe('one process per folder', () => {
  const OPEN = `
    const { ping } = await import('@/lib/server/db')
    try {
      await ping()
      console.log('open')
      setInterval(() => {}, 1000)
    } catch (error) {
      console.log(error.name + ': ' + error.message)
    }`

  function start(data: string): ChildProcess & { stdout: NonNullable<ChildProcess['stdout']> } {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--conditions=react-server', '--input-type=module', '--eval', OPEN],
      { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, DATA_DIR: data } },
    )
    onTestFinished(() => void child.kill('SIGKILL'))
    return child
  }

  const firstWord = async (child: ReturnType<typeof start>) => String((await once(child.stdout, 'data'))[0])

  test('a second process is refused with a clear sentence, and can start as soon as the first is killed', async () => {
    const data = await folder()
    onTestFinished(() => rm(data, { recursive: true }))
    const first = start(data)
    expect(await firstWord(first)).toBe('open\n')

    const second = start(data)
    expect(await firstWord(second)).toBe(
      `FolderTaken: Another Promptreel is using ${data}. Stop it, set another DATA_DIR, or set DATABASE_URL so that several can share PostgreSQL.\n`,
    )

    first.kill('SIGKILL')
    await once(first, 'exit')
    expect(await firstWord(start(data))).toBe('open\n')
  })
})
