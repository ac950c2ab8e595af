import { type Kysely, sql } from 'kysely'
import { Fault } from '@/lib/server/fault'
import { isAlone } from './alone'
import { gramsIn, gramsOf, isBeginning } from './grams'
import { placeOf } from './place'
import type { Tables } from './tables'

const MOST_GRAMS = 24 // in one search; what is beyond narrows no further

type Indexed = { id: string; searched: string }

/** Makes prompts be found. What is removed leaves the index by itself. */
export async function addToIndex(tx: Kysely<Tables>, rows: readonly Indexed[]): Promise<void> {
  if (rows.length === 0) return
  if (!isAlone()) {
    const values = rows.map(
      ({ id, searched }) => sql`(${id}, array_to_tsvector(${gramsOf(searched)}::text[]))`,
    )
    await sql`insert into prompt_grams (generation, grams) values ${sql.join(values)}`.execute(tx)
    return
  }
  const values = rows.map(({ id, searched }) => ({
    id,
    place: numbered(id),
    grams: gramsOf(searched).join(' '),
  }))
  const places = values.map(({ id, place }) => sql`(${place}, ${id})`)
  await sql`insert into prompt_places (place, generation) values ${sql.join(places)}`.execute(tx)
  const grams = values.map((row) => sql`(${row.place}, ${row.grams})`)
  await sql`insert into prompt_grams (rowid, grams) values ${sql.join(grams)}`.execute(tx)
}

function numbered(id: string): bigint {
  const place = placeOf(id)
  if (place === undefined) throw new Fault(`${id} is not the id of a generation`)
  return place
}

type Entry = { id: string; person: string }

/**
 * The newest `limit` generations that may contain these words, as the index has it: whether they do is left to the
 * caller. undefined: of such words the index knows nothing.
 * @param own of this person; else of everybody, as far as the database finds that sooner
 * @param before an id: only what is older
 */
export async function mayContain(
  db: Kysely<Tables>,
  words: readonly string[],
  { own, before, limit }: { own: string | null; before: string | null; limit: number },
): Promise<Entry[] | undefined> {
  const grams = words.flatMap(gramsIn)
  if (grams.length === 0) return undefined
  const some = grams.toSorted((a, b) => b.length - a.length).slice(0, MOST_GRAMS) // the longest say most
  return (isAlone() ? inFile : inServer)(db, some, { own, before, limit }).execute()
}

type Wanted = { own: string | null; before: string | null; limit: number }

function inServer(db: Kysely<Tables>, grams: string[], { own, before, limit }: Wanted) {
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
}

/** The index goes by numbers and stops as soon as there are enough; whose they are is looked up for those alone. */
export function inFile(db: Kysely<Tables>, grams: string[], { before, limit }: Omit<Wanted, 'own'>) {
  const asked = grams.map((gram) => (isBeginning(gram) ? `"${gram}"*` : `"${gram}"`)).join(' ')
  const place = before === null ? undefined : placeOf(before)
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
