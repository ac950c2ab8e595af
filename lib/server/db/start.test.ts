import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { Kysely, SqliteDialect, sql } from 'kysely'
import Database from 'libsql'
import { expect, onTestFinished, test } from 'vitest'
import { startPostgres } from '@/testing/db/postgres'
import { startProxyTo } from '@/testing/db/proxy'

const BOOT = `
  const { boot } = await import('@/lib/server/boot')
  const { healthy } = await import('@/lib/server/health')
  await boot()
  for (let told; ; await new Promise((done) => setTimeout(done, 50))) {
    const now = await healthy() ? 'well' : 'waiting'
    if (now !== told) console.log(told = now)
  }`

/** Boots the server in a child process, which prints changes of its health. */
function start(env: Record<string, string>): ChildProcess & { stdout: NonNullable<ChildProcess['stdout']> } {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--conditions=react-server', '--input-type=module', '--eval', BOOT],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, TENSORSLAB_API_KEY: 'k', LOG_LEVEL: 'silent', ...env },
    },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'promptreel-boot-'))
  onTestFinished(() => rm(made, { recursive: true }))
  return made
}

/** Exit code and standard error of a start that fails. */
async function end(env: Record<string, string>) {
  const child = start(env)
  const [[code], said] = await Promise.all([once(child, 'exit'), child.stderr ? text(child.stderr) : ''])
  return { code, said }
}

test.each([
  [
    'is a file',
    async (data: string) => writeFile(data, ''),
    /^Promptreel can’t write to DATA_DIR, .*Make it writable/,
  ],
  [
    'has a folder where the database should be',
    async (data: string) => mkdir(join(data, 'promptreel.db'), { recursive: true }),
    /^Promptreel can’t write to DATA_DIR, .*Make it writable/,
  ],
  [
    'has something else where the database should be',
    async (data: string) => {
      await mkdir(data)
      await writeFile(join(data, 'promptreel.db'), 'no database, but rather long. '.repeat(500))
    },
    /promptreel\.db is damaged or not a database\. Restore a backup/,
  ],
  [
    'has a database of a newer version',
    async (data: string) => {
      await mkdir(data)
      const dialect = new SqliteDialect({ database: new Database(join(data, 'promptreel.db')) })
      const later = new Kysely<unknown>({ dialect })
      await sql`create table kysely_migration (name text primary key, timestamp text not null)`.execute(later)
      await sql`insert into kysely_migration values ('999-later', '2030-01-01')`.execute(later)
      await later.destroy()
    },
    /^The database was made by a newer version of Promptreel, with migration 999-later\./,
  ],
])('a DATA_DIR that %s fails the start with one sentence', async (_, prepare, sentence) => {
  const data = join(await folder(), 'data')
  await prepare(data)
  const { code, said } = await end({ DATA_DIR: data })
  expect(said).toMatch(sentence)
  expect(said.trimEnd()).not.toContain('\n')
  expect(code).toBe(1)
})

test('an unwritable DATA_DIR fails the start with PostgreSQL as well', async () => {
  const data = join(await folder(), 'data')
  await writeFile(data, '')
  const { code, said } = await end({ DATA_DIR: data, DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing' })
  expect(said).toMatch(/^Promptreel can’t write to DATA_DIR/)
  expect(code).toBe(1)
})

test.each([
  ['postgres://me:%ff@127.0.0.1:9/studio', /^DATABASE_URL can’t be used \(URI malformed\)\. .*%40 for an @/],
  [
    'postgres://127.0.0.1:9/studio?sslmode=verify-ca&sslrootcert=/nowhere/ca.pem',
    /^DATABASE_URL can’t be used \(ENOENT.*ca\.pem/,
  ],
  ['http://127.0.0.1:9/studio', /^DATABASE_URL must be the address of a PostgreSQL database/],
])('a DATABASE_URL of %s fails the start with one sentence', async (DATABASE_URL, sentence) => {
  const { code, said } = await end({ DATA_DIR: await folder(), DATABASE_URL })
  expect(said).toMatch(sentence)
  expect(said.trimEnd()).not.toContain('\n')
  expect(code).toBe(1)
})

test('the start waits for a PostgreSQL that is down, but not for a missing database', async () => {
  const server = await startPostgres()
  onTestFinished(() => server.stop())
  const { proxy, url } = await startProxyTo(await server.createDatabase('studio'))
  onTestFinished(() => proxy.close())
  proxy.set('refusing')
  const child = start({ DATA_DIR: await folder(), DATABASE_URL: url })
  const word = async () => String((await once(child.stdout, 'data'))[0])
  expect(await word()).toBe('waiting\n')
  proxy.set('fine')
  expect(await word()).toBe('well\n')
  child.kill('SIGKILL')

  const { code, said } = await end({
    DATA_DIR: await folder(),
    DATABASE_URL: new URL('nothing', url).href,
  })
  expect(said).toMatch(
    /^PostgreSQL refused the connection: .*"nothing" does not exist\. Correct DATABASE_URL\.\n$/,
  )
  expect(code).toBe(1)
})
