import { type Kysely, sql } from 'kysely'
import { config } from '@/lib/server/config.js'
import type { Tables } from '@/lib/server/db/tables'
import { Fault } from '@/lib/server/fault'
import type { Dialect, IndexedPrompt, IndexQuery } from './dialect'
import { gramsOf, isBeginning } from './grams'
import { openSqlite } from './sqlite'

/** SQLite, as a file in DATA_DIR. Transactions are serialized within the single process, so nothing needs locks. */
export const sqlite: Dialect = {
  name: 'sqlite',
  singleProcess: true,
  async open(migrate) {
    const opened = openSqlite(config().DATA_DIR)
    try {
      await migrate(opened)
      return opened
    } catch (error) {
      await opened.destroy()
      throw error
    }
  },
  lockRows: (query) => query,
  async enterSection() {},
  // Not LIKE, which takes quadratic time in the worst case.
  promptContains: (word) => sql<boolean>`instr(searched, ${word}) > 0`,
  indexPrompts,
  findByGrams: (db, grams, query) => findByGrams(db, grams, query).execute(),
}

async function indexPrompts(tx: Kysely<Tables>, prompts: readonly IndexedPrompt[]): Promise<void> {
  const rows = prompts.map(({ id, searched }) => ({
    id,
    place: numbered(id),
    grams: gramsOf(searched).join(' '),
  }))
  const positions = rows.map(({ id, place }) => sql`(${place}, ${id})`)
  await sql`insert into prompt_places (place, generation) values ${sql.join(positions)}`.execute(tx)
  const grams = rows.map(({ place, grams }) => sql`(${place}, ${grams})`)
  await sql`insert into prompt_grams (rowid, grams) values ${sql.join(grams)}`.execute(tx)
}

function numbered(id: string): bigint {
  const place = positionOf(id)
  if (place === undefined) throw new Fault(`${id} is not the id of a generation`)
  return place
}

/** The index is ordered by number and stops at the limit; owners are looked up for those rows alone. */
export function findByGrams(
  db: Kysely<Tables>,
  grams: readonly string[],
  { before, limit }: Omit<IndexQuery, 'own'>,
) {
  const asked = grams.map((gram) => (isBeginning(gram) ? `"${gram}"*` : `"${gram}"`)).join(' ')
  const place = before === null ? undefined : positionOf(before)
  return db
    .selectFrom((of) =>
      of
        .selectFrom('prompt_grams')
        .select('rowid')
        .where(sql<boolean>`prompt_grams match ${asked}`)
        .$if(place !== undefined, (query) => query.where('rowid', '<=', place ?? 0n))
        .orderBy('rowid', 'desc')
        .limit(limit)
        .as('found'),
    )
    .innerJoin('prompt_places', 'prompt_places.place', 'found.rowid')
    .innerJoin('generations', 'generations.id', 'prompt_places.generation')
    .select(['generations.id', 'generations.person'])
    .orderBy('found.rowid', 'desc')
}

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ' // Crockford's base 32, as in ULIDs
const USED = 14 // digits: the time in ms and 20 of 80 random bits, which fit a 64-bit integer

/**
 * A number for a generation that sorts like its id, because SQLite's prompt index has integer keys. Two ids of the same millisecond
 * collide in one case of a million; the second insert then fails as a whole.
 * undefined: not a ULID of ours
 */
export function positionOf(id: string): bigint | undefined {
  if (!/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id)) return undefined
  return [...id.slice(0, USED)].reduce((sum, digit) => sum * 32n + BigInt(DIGITS.indexOf(digit)), 0n)
}
