import { type Kysely, Migrator, sql } from 'kysely'
import { config } from '@/lib/server/config'
import { isAlone } from './alone'
import * as first from './migrations/001-first'
import * as views from './migrations/002-views'
import * as waits from './migrations/003-waits'
import * as search from './migrations/005-search'
import * as people from './migrations/010-people'
import * as endedAccess from './migrations/016-ended-access'
import { addToIndex } from './prompt-index'
import { openSqlite } from './sqlite'
import type { Tables } from './tables'
import { StorableText } from './text'

export type Db = Kysely<Tables>

/** Several processes may start together: the migrator takes the database's own lock, so each step runs once. */
async function migrate(db: Db): Promise<void> {
  const migrations = {
    '001-first': first,
    '002-views': views,
    '003-waits': waits,
    '005-search': {
      up: (tx: Db) => search.up(tx, isAlone(), (rows) => addToIndex(tx, rows)),
    },
    '010-people': people,
    '016-ended-access': endedAccess,
  }
  const provider = { getMigrations: async () => migrations }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw new Error('the database could not be brought up to date', { cause: error })
}

/** Loaded only where it is used: a studio starts the sooner for it. */
const postgres = async (url: string): Promise<Db> => (await import('./postgres')).openPostgres(url)

async function open(): Promise<Db> {
  const { DATABASE_URL, DATA_DIR } = config()
  const db = DATABASE_URL === undefined ? openSqlite(DATA_DIR) : await postgres(DATABASE_URL)
  await migrate(db)
  return db.withPlugin(new StorableText())
}

// The server's entry points are bundled apart but run in one process, and must share one connection.
const shared: typeof globalThis & { promptreelDb?: Promise<Db> | undefined } = globalThis

/** The database, opened and brought up to date on first use. A failure to open is tried again at the next use. */
export function db(): Promise<Db> {
  shared.promptreelDb ??= open().catch((error: unknown) => {
    shared.promptreelDb = undefined
    throw error
  })
  return shared.promptreelDb
}

/** Asks the database for a sign of life. @throws what its engine throws */
export async function ping(): Promise<void> {
  await sql`select 1`.execute(await db())
}
