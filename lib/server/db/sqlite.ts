import { fstatSync, mkdirSync, openSync } from 'node:fs'
import { Kysely, SqliteDialect, type SqliteStatement } from 'kysely'
import Database from 'libsql'
import { busy, CannotOpen, codeOf, unavailable } from './database-problem'
import type { Tables } from './tables'

/** ms that another program may hold the file; meanwhile nothing else is done here. */
const BUSY_MS = 1_000

/**
 * Opens the database file of a folder: written ahead, synced at every commit, so that what was said stays said.
 * @throws CannotOpen in one sentence: FolderTaken when another process has the folder
 */
export function openSqlite(folder: string): Kysely<Tables> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    holdAlone(folder)
    return over(`${folder}/promptreel.db`)
  } catch (error) {
    throw whyClosed(error, folder) ?? busy(error)
  }
}

function over(file: string): Kysely<Tables> {
  const database = new Database(file, { timeout: BUSY_MS })
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) {
    database.pragma(pragma)
  }
  database.exec('BEGIN IMMEDIATE; ROLLBACK') // which fails where it can only be read
  const prepare = told(keeping(database), database, watchFor(file))
  return new Kysely<Tables>({
    dialect: new SqliteDialect({ database: { prepare, close: () => database.close() } }),
  })
}

type Prepare = (sql: string) => SqliteStatement

/** Queries that are kept compiled. */
const MOST = 64

/** Compiles queries; those that read are kept, for compiling the gallery's takes longer than running it. */
function keeping(database: Database.Database): Prepare {
  const kept = new Map<string, SqliteStatement>()
  return (sql) => {
    const statement = kept.get(sql) ?? database.prepare(sql)
    if (!sql.startsWith('select')) return statement
    kept.delete(sql) // and behind those that were used longer ago
    kept.set(sql, statement)
    const [oldest] = kept.keys()
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
    return statement
  }
}

/** What fails because of the file and not of the query is a Problem. */
function told(prepare: Prepare, database: Database.Database, watch: () => void): Prepare {
  const telling = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw problemOf(error)
    }
  }
  return (sql) => {
    watch()
    // A commit that fails for want of room has rolled back already.
    if (sql === 'rollback' && !database.inTransaction) return NOTHING_DONE
    const statement = telling(() => prepare(sql))
    return {
      reader: statement.reader,
      all: (parameters) => telling(() => statement.all(parameters)),
      run: (parameters) => telling(() => statement.run(parameters)),
      iterate: (parameters) => statement.iterate(parameters),
    }
  }
}

const NOTHING_DONE: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
}

const WATCH_MS = 1_000

/** Fails once the file was deleted or replaced: what were written from then on would be gone with the process. */
function watchFor(file: string): () => void {
  // Never closed: closing it would let go of the locks that the database holds on the same file.
  const handle = openSync(file, 'r')
  let watched = 0
  let gone = false
  return () => {
    const now = performance.now()
    if (now - watched > WATCH_MS) {
      watched = now
      gone = fstatSync(handle).nlink === 0
    }
    if (gone)
      throw unavailable(new Error(`${file} was deleted or replaced while the server was running: restart it`))
  }
}

/** The first of SQLite's result codes, as in SQLITE_IOERR_WRITE. */
const kindOf = (error: unknown): string => /^SQLITE_[A-Z]+/.exec(codeOf(error))?.[0] ?? ''

const BUSY = ['SQLITE_BUSY', 'SQLITE_LOCKED']
const AWAY = ['IOERR', 'CORRUPT', 'NOTADB', 'CANTOPEN', 'READONLY', 'PERM', 'PROTOCOL'].map(
  (kind) => `SQLITE_${kind}`,
)

function problemOf(error: unknown): unknown {
  if (BUSY.includes(kindOf(error))) return busy(error)
  return AWAY.includes(kindOf(error)) ? unavailable(error) : error
}

/** Why the folder's database cannot be opened, where waiting cannot help. */
function whyClosed(error: unknown, folder: string): CannotOpen | null {
  if (error instanceof CannotOpen) return error
  const kind = kindOf(error)
  if ([...BUSY, 'SQLITE_FULL'].includes(kind) || codeOf(error) === 'ENOSPC') return null
  if (['SQLITE_NOTADB', 'SQLITE_CORRUPT'].includes(kind)) {
    const why = `${folder}/promptreel.db is damaged or not a database. Restore a backup, or set another DATA_DIR.`
    return new CannotOpen(why, { cause: error })
  }
  const told = error instanceof Error ? error.message : String(error)
  const why = `Promptreel can’t write to DATA_DIR, which is ${folder} (${told}). Make it writable for the user that runs Promptreel, or set another DATA_DIR.`
  return new CannotOpen(why, { cause: error })
}

/**
 * One process a folder: two would follow the same tasks. The lock is an open transaction on a file beside the
 * database, so the system lets go of it with the process, however that ends, and backups can still read the rest.
 */
function holdAlone(folder: string): void {
  if (held.has(folder)) return
  const lock = new Database(`${folder}/lock.db`)
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    if (!BUSY.includes(kindOf(cause))) throw cause
    throw new FolderTaken(
      `Another Promptreel is using ${folder}. Stop it, set another DATA_DIR, or set DATABASE_URL so that several can share PostgreSQL.`,
      { cause },
    )
  }
  held.set(folder, lock)
}

/** By folder: kept from the garbage collector, which would close them and so let go of the lock. */
const held = new Map<string, Database.Database>()

export class FolderTaken extends CannotOpen {
  override name = 'FolderTaken'
}
