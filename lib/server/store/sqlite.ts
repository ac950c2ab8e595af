import { mkdirSync } from 'node:fs'
import { Kysely, SqliteDialect } from 'kysely'
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
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
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
