import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import { isAlone } from './alone'
import { gramsIn, gramsOf, isBeginning } from './grams'
import { placeOf } from './place'
import type { Tables } from './tables'

const MOST_GRAMS = 60 // in one search; what is beyond narrows no further

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
  if (place === undefined) throw new Error(`${id} is not the id of a generation`)
  return place
}

type Page<Row> = SelectQueryBuilder<Tables, 'generations', Row>

/**
 * Puts a page in order, the newest first, and where there are words, lets the index find what may contain them all:
 * whether it does is left to the page's own conditions. Both databases stop as soon as the page is full.
 * @param before the page's own bound, an id
 */
export function inOrder<Row>(page: Page<Row>, words: readonly string[], before: string | null) {
  const grams = words.flatMap(gramsIn).slice(0, MOST_GRAMS)
  if (grams.length === 0) return page.orderBy('id', 'desc')
  if (!isAlone()) {
    const asked = grams.map((gram) => (isBeginning(gram) ? `'${gram}':*` : `'${gram}'`)).join(' & ')
    const found = sql<string>`(select generation from prompt_grams where grams @@ ${asked}::tsquery)`
    return page.where('id', 'in', found).orderBy('id', 'desc')
  }
  const asked = grams.map((gram) => (isBeginning(gram) ? `"${gram}"*` : `"${gram}"`)).join(' ')
  const place = before === null ? undefined : placeOf(before)
  return page
    .innerJoin('prompt_places', 'prompt_places.generation', 'generations.id')
    .innerJoin('prompt_grams', 'prompt_grams.rowid', 'prompt_places.place')
    .where(sql<boolean>`prompt_grams match ${asked}`)
    .$if(place !== undefined, (query) => query.where('prompt_grams.rowid', '<=', place ?? 0n))
    .orderBy('prompt_grams.rowid', 'desc')
}
