import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { config } from '@/lib/server/config.js'
import type { Tables } from '@/lib/server/db/tables'
import { CannotOpen } from './database-problem'
import type { Dialect, IndexedPrompt, IndexQuery } from './dialect'
import { gramsOf, isBeginning } from './grams'

/** PostgreSQL, which several processes may share. */
export const postgres: Dialect = {
  name: 'postgres',
  singleProcess: false,
  open: (migrate) => open(config().DATABASE_URL ?? '', migrate),
  lockRows(query, lock) {
    if (lock === 'key-share') return query.forKeyShare()
    return lock === 'update' ? query.forUpdate() : query.forUpdate().skipLocked()
  },
  async enterSection(tx, name) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx)
  },
  promptContains: (word) => sql<boolean>`strpos(searched, ${word}) > 0`,
  indexPrompts,
  findByGrams,
}

/** Loads the driver on use, which keeps a start with SQLite fast. */
async function open(url: string, migrate: (db: Kysely<Tables>) => Promise<void>): Promise<Kysely<Tables>> {
  const { checkUrl, openPatientPostgres, openPostgres, whyClosed } = await import('./postgres')
  checkUrl(url)
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

const ASK_EVERY_MS = 5_000

/**
 * Runs work without a timeout for as long as `ask`, called every 5 s, succeeds.
 * @throws the error of the work, or of `ask`
 */
async function untilSilent<T>(ask: () => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  const end = new AbortController()
  const stalled = (async () => {
    for (;;) {
      await pause(ASK_EVERY_MS, undefined, { signal: end.signal })
      await ask()
    }
  })()
  try {
    return await Promise.race([work(), stalled])
  } finally {
    stalled.catch(() => {}) // the work is over, so nobody needs its error
    end.abort()
  }
}

async function indexPrompts(tx: Kysely<Tables>, prompts: readonly IndexedPrompt[]): Promise<void> {
  const values = prompts.map(
    ({ id, searched }) => sql`(${id}, array_to_tsvector(${gramsOf(searched)}::text[]))`,
  )
  await sql`insert into prompt_grams (generation, grams) values ${sql.join(values)}`.execute(tx)
}

function findByGrams(
  db: Kysely<Tables>,
  grams: readonly string[],
  { own, before, limit }: IndexQuery,
): Promise<{ id: string; person: string }[]> {
  const asked = grams.map((gram) => (isBeginning(gram) ? `'${gram}':*` : `'${gram}'`)).join(' & ')
  const found = sql<string>`(select generation from prompt_grams where grams @@ ${asked}::tsquery)`
  return db
    .selectFrom('generations')
    .select(['id', 'person'])
    .where('id', 'in', found)
    .$if(own !== null, (query) => query.where('person', '=', own ?? ''))
    .$if(before !== null, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
