import { mkdirSync } from 'node:fs'
import { Kysely, SqliteDialect, type SqliteStatement } from 'kysely'
import Database from 'libsql'
import type { Tables } from './tables'

/**
 * Opens the database file of a folder: written ahead, synced at every commit, so that what was said stays said.
 * @throws Error in one sentence when another process has the folder
 */
export function openSqlite(folder: string): Kysely<Tables> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  holdAlone(folder)
  const database = new Database(`${folder}/promptreel.db`)
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) {
    database.pragma(pragma)
  }
  return new Kysely<Tables>({
    dialect: new SqliteDialect({ database: { prepare: keeping(database), close: () => database.close() } }),
  })
}

/** Queries that are kept compiled. */
const MOST = 64

/** Compiles queries; those that read are kept, for compiling the gallery's takes longer than running it. */
function keeping(database: Database.Database): (sql: string) => SqliteStatement {
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

/**
 * One process a folder: two would follow the same tasks. The lock is an open transaction on a file beside the
 * database, so the system lets go of it with the process, however that ends, and backups can still read the rest.
 */
function holdAlone(folder: string): void {
  const lock = new Database(`${folder}/lock.db`)
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    throw new FolderTaken(
      `Another Promptreel is using ${folder}. Stop it, set another DATA_DIR, or set DATABASE_URL so that several can share PostgreSQL.`,
      { cause },
    )
  }
  held.push(lock)
}

/** Kept from the garbage collector, which would close them and so let go of the lock. */
const held: Database.Database[] = []

export class FolderTaken extends Error {
  override name = 'FolderTaken'
}
