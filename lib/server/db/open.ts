import { type Kysely, sql } from 'kysely'
import { dialect } from './current-dialect'
import { unavailable } from './database-problem'
import { migrate } from './migrate'
import type { Tables } from './tables'
import { StorableText } from './text'

export type Db = Kysely<Tables>

async function open(): Promise<Db> {
  const own = dialect()
  const opened = await own.open((db) => migrate(db, own))
  return opened.withPlugin(new StorableText())
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
  const lazy = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unavailable(new Error('the database is still being opened'))), SOON_MS)
  })
  try {
    return await Promise.race([opening, lazy])
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
