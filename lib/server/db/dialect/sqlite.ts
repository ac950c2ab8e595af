import { fstatSync, mkdirSync, openSync } from 'node:fs'
import { Kysely, SqliteDialect, type SqliteStatement } from 'kysely'
import Database from 'libsql'
import type { Tables } from '@/lib/server/db/tables'
import { busy, CannotOpen, codeOf, unavailable } from './database-problem'

/** ms to wait when another program has locked the file. Blocks the process. */
const BUSY_MS = 1_000

/**
 * Opens the database file of a folder, in WAL mode and synced at every commit, so that commits survive a power loss.
 * @throws CannotOpen with a sentence for the operator; FolderTaken when another process uses the folder
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
  database.exec('BEGIN IMMEDIATE; ROLLBACK') // fails on a read-only file
  const prepare = withProblems(withCache(database), database, watchFor(file))
  return new Kysely<Tables>({
    dialect: new SqliteDialect({ database: { prepare, close: () => database.close() } }),
  })
}

type Prepare = (sql: string) => SqliteStatement

/** Compiled queries kept. */
const CACHE_SIZE = 64

/** Compiles queries, with an LRU cache of reads: compiling the gallery's query takes longer than running it. */
function withCache(database: Database.Database): Prepare {
  const kept = new Map<string, SqliteStatement>()
  return (sql) => {
    const statement = kept.get(sql) ?? database.prepare(sql)
    if (!sql.startsWith('select')) return statement
    kept.delete(sql) // reinsert as most recently used
    kept.set(sql, statement)
    const [oldest] = kept.keys()
    if (kept.size > CACHE_SIZE && oldest !== undefined) kept.delete(oldest)
    return statement
  }
}

/** Converts errors caused by the file, rather than by the query, to Problems. */
function withProblems(prepare: Prepare, database: Database.Database, watch: () => void): Prepare {
  const guarded = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw problemOf(error)
    }
  }
  return (sql) => {
    watch()
    // A commit that failed for lack of disk space has already rolled back.
    if (sql === 'rollback' && !database.inTransaction) return NO_RESULT
    const statement = guarded(() => prepare(sql))
    return {
      reader: statement.reader,
      all: (parameters) => guarded(() => statement.all(parameters)),
      run: (parameters) => guarded(() => statement.run(parameters)),
      iterate: (parameters) => statement.iterate(parameters),
    }
  }
}

const NO_RESULT: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
}

const WATCH_MS = 1_000

/** Throws once the file was deleted or replaced: later writes would vanish with the process. */
function watchFor(file: string): () => void {
  // Never closed: closing any descriptor of the file releases SQLite's POSIX locks on it.
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

/** SQLite's primary result code: SQLITE_IOERR for SQLITE_IOERR_WRITE. */
const kindOf = (error: unknown): string => /^SQLITE_[A-Z]+/.exec(codeOf(error))?.[0] ?? ''

const BUSY = ['SQLITE_BUSY', 'SQLITE_LOCKED']
const AWAY = ['IOERR', 'CORRUPT', 'NOTADB', 'CANTOPEN', 'READONLY', 'PERM', 'PROTOCOL'].map(
  (kind) => `SQLITE_${kind}`,
)

function problemOf(error: unknown): unknown {
  if (BUSY.includes(kindOf(error))) return busy(error)
  return AWAY.includes(kindOf(error)) ? unavailable(error) : error
}

/** Why the database can't be opened, when waiting won't help. */
function whyClosed(error: unknown, folder: string): CannotOpen | null {
  if (error instanceof CannotOpen) return error
  const kind = kindOf(error)
  if ([...BUSY, 'SQLITE_FULL'].includes(kind) || codeOf(error) === 'ENOSPC') return null
  if (['SQLITE_NOTADB', 'SQLITE_CORRUPT'].includes(kind)) {
    const why = `${folder}/promptreel.db is damaged or not a database. Restore a backup, or set another DATA_DIR.`
    return new CannotOpen(why, { cause: error })
  }
  const message = error instanceof Error ? error.message : String(error)
  const why = `Promptreel can’t write to DATA_DIR, which is ${folder} (${message}). Make it writable for the user that runs Promptreel, or set another DATA_DIR.`
  return new CannotOpen(why, { cause: error })
}

/**
 * Ensures one process per folder, since two would follow the same tasks. The lock is an open transaction on a file beside the
 * database: the system releases it however the process ends, and backups can still read everything else.
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

/** Locks by folder. Referenced here so that garbage collection doesn't close, and thereby release, them. */
const held = new Map<string, Database.Database>()

export class FolderTaken extends CannotOpen {
  override name = 'FolderTaken'
}
