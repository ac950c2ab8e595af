import { type Kysely, Migrator, sql } from 'kysely'
import { config } from '@/lib/server/config'
import { isAlone } from './alone'
import { CannotOpen, isPassing, unavailable } from './database-problem'
import * as first from './migrations/001-first'
import * as views from './migrations/002-views'
import * as waits from './migrations/003-waits'
import * as search from './migrations/005-search'
import * as people from './migrations/010-people'
import * as taskids from './migrations/011-taskids'
import * as spentKeys from './migrations/012-spent-keys'
import * as following from './migrations/014-following'
import * as endedAccess from './migrations/016-ended-access'
import { addToIndex } from './prompt-index'
import { openSqlite } from './sqlite'
import type { Tables } from './tables'
import { StorableText } from './text'
import { untilSilent } from './until-silent'

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
    '011-taskids': taskids,
    '012-spent-keys': spentKeys,
    '014-following': following,
    '016-ended-access': endedAccess,
  }
  const provider = { getMigrations: async () => migrations }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw notMigrated(error)
}

function notMigrated(error: unknown): unknown {
  const told = error instanceof Error ? error.message : String(error)
  if (isPassing(error)) return error
  const [, newer] = /previously executed migration (\S+) is missing/.exec(told) ?? []
  return new CannotOpen(
    newer
      ? `The database was made by a newer version of Promptreel, with migration ${newer}. Start that version, or restore a backup from before the upgrade.`
      : `Migrating the database failed and changed nothing: ${told}. Go back to the previous version of Promptreel, and report this.`,
    { cause: error },
  )
}

async function open(): Promise<Db> {
  const { DATABASE_URL, DATA_DIR } = config()
  const opened = DATABASE_URL === undefined ? await openFile(DATA_DIR) : await openServer(DATABASE_URL)
  return opened.withPlugin(new StorableText())
}

async function openFile(folder: string): Promise<Db> {
  const opened = openSqlite(folder)
  try {
    await migrate(opened)
    return opened
  } catch (error) {
    await opened.destroy()
    throw error
  }
}

/** PostgreSQL's driver is loaded only where it is used: a studio starts the sooner for it. */
async function openServer(url: string): Promise<Db> {
  const { openPatientPostgres, openPostgres, whyClosed } = await import('./postgres')
  const opened = openPostgres(url)
  try {
    const { patient, abandon } = openPatientPostgres(url)
    await untilSilent(
      () => sql`select 1`.execute(opened),
      () => migrate(patient),
    ).finally(abandon)
    return opened
  } catch (error) {
    void opened.destroy()
    const cause = error instanceof CannotOpen ? error.cause : error
    throw whyClosed(cause) ?? error
  }
}

type Opening = { db: Promise<Db>; done: boolean }

// The server's entry points are bundled apart but run in one process, and must share one connection.
const shared: typeof globalThis & {
  promptreelDb?: Opening | undefined
  /** What proxy.ts, which imports nothing of the server's, asks before it lets a page be made. */
  promptreelPing?: () => Promise<void>
} = globalThis

/**
 * The database, opened and brought up to date on first use. A failure to open is tried again at the next use.
 * @throws Problem database_unavailable when that fails or takes long
 * @throws CannotOpen when trying again cannot help
 */
export function db(): Promise<Db> {
  shared.promptreelDb ??= begin()
  return shared.promptreelDb.done ? shared.promptreelDb.db : soon(shared.promptreelDb.db)
}

function begin(): Opening {
  const opening: Opening = { db: open(), done: false }
  opening.db.then(
    () => {
      opening.done = true
    },
    () => {
      shared.promptreelDb = undefined
    },
  )
  return opening
}

/** How long a call waits while the database is being opened, in ms: bringing a large one up to date takes minutes. */
const SOON_MS = 10_000

async function soon(opening: Promise<Db>): Promise<Db> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unavailable(new Error('the database is still being opened'))), SOON_MS)
  })
  try {
    return await Promise.race([opening, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Waits until the database is open, however long it takes to open. @throws what `db` throws, except for its length */
export async function opened(): Promise<void> {
  shared.promptreelDb ??= begin()
  await shared.promptreelDb.db
}

/** Asks the database for a sign of life. @throws Problem database_unavailable | database_busy */
export async function ping(): Promise<void> {
  await sql`select 1`.execute(await db())
}

shared.promptreelPing = ping
