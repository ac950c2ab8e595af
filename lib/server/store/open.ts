import { mkdir } from 'node:fs/promises'
import { Kysely, Migrator, SqliteDialect, sql } from 'kysely'
import Database from 'libsql'
import { config } from '@/lib/server/config'
import * as first from './migrations/001-first'
import type { Tables } from './tables'

export type Db = Kysely<Tables>

/** A folder that holds the database of SQLite: written ahead, synced at every commit, so that what was said stays said. */
function openSqlite(file: string): Db {
  const database = new Database(file)
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'busy_timeout = 5000',
  ]) {
    database.pragma(pragma)
  }
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
}

async function migrate(db: Db): Promise<void> {
  const provider = { getMigrations: async () => ({ '001-first': first }) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw new Error('the database could not be brought up to date', { cause: error })
}

async function open(): Promise<Db> {
  const folder = config().DATA_DIR
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const db = openSqlite(`${folder}/promptreel.db`)
  await migrate(db)
  return db
}

// The server's entry points are bundled apart but run in one process, and must share one connection.
const shared: typeof globalThis & { promptreelDb?: Promise<Db> } = globalThis

/** The database, opened and brought up to date on first use. */
export function db(): Promise<Db> {
  shared.promptreelDb ??= open()
  return shared.promptreelDb
}

/** Asks the database for a sign of life. @throws what its engine throws */
export async function ping(): Promise<void> {
  await sql`select 1`.execute(await db())
}
