import { type Kysely, sql } from 'kysely'
import { dialect } from './dialect/current-dialect'
import { unavailable } from './dialect/database-problem'
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

// The server's entry points are bundled separately but run in one process, so the connection lives on the global object.
const shared: typeof globalThis & {
  promptreelDb?: Opening | undefined
  /** Called by proxy.ts, which can't import server code, before it lets a page render. */
  promptreelPing?: () => Promise<void>
} = globalThis

/**
 * The database, opened and migrated on first use. A failure to open is retried at the next call.
 * @throws Problem database_unavailable when opening fails or takes over 10 s
 * @throws CannotOpen when retrying can't help
 */
export function db(): Promise<Db> {
  shared.promptreelDb ??= begin()
  return shared.promptreelDb.done ? shared.promptreelDb.db : withTimeout(shared.promptreelDb.db)
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

/** Longest wait of a call while the database is being opened, in ms: migrating a large one takes minutes. */
const OPEN_TIMEOUT_MS = 10_000

async function withTimeout(opening: Promise<Db>): Promise<Db> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(unavailable(new Error('the database is still being opened'))),
      OPEN_TIMEOUT_MS,
    )
  })
  try {
    return await Promise.race([opening, timeout])
  } finally {
    clearTimeout(timer)
  }
}

/** Waits until the database is open, however long that takes. @throws as `db`, except for the timeout */
export async function opened(): Promise<void> {
  shared.promptreelDb ??= begin()
  await shared.promptreelDb.db
}

/** Health check. @throws Problem database_unavailable | database_busy */
export async function ping(): Promise<void> {
  await sql`select 1`.execute(await db())
}

shared.promptreelPing = ping
