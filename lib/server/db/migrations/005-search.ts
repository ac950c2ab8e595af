import { type Kysely, type RawBuilder, sql } from 'kysely'

type Indexed = { id: string; searched: string }

const AT_ONCE = 500

/**
 * An index of every three characters of a prompt, by each database's own means: SQLite's FTS5, which goes by numbers,
 * so that each generation gets one, and PostgreSQL's GIN. Both say what may contain a word without reading prompts.
 */
export async function up(db: Kysely<unknown>, engine: 'sqlite' | 'postgres'): Promise<void> {
  for (const statement of engine === 'sqlite' ? SQLITE : POSTGRES) await sql.raw(statement).execute(db)
  const add = engine === 'sqlite' ? addToSqlite : addToPostgres
  for (let last = ''; ; ) {
    const { rows } = await sql<Indexed>`select id, searched from generations where id > ${last} order by id
      limit ${AT_ONCE}`.execute(db)
    const end = rows.at(-1)
    if (!end) return
    for (const statement of add(rows)) await statement.execute(db)
    last = end.id
  }
}

/** Nothing but the grams is kept: no text, no positions. One and two characters are looked for by an index, too. */
const SQLITE = [
  `create table prompt_places (place integer primary key,
    generation text not null unique references generations (id) on delete cascade)`,
  `create virtual table prompt_grams using fts5 (grams, content = '', contentless_delete = 1, detail = none,
    tokenize = 'ascii', prefix = '1 2')`,
  `create trigger prompt_grams_forget after delete on prompt_places
    begin delete from prompt_grams where rowid = old.place; end`,
]

const POSTGRES = [
  `create table prompt_grams (generation text primary key references generations (id) on delete cascade,
    grams tsvector not null)`,
  'create index prompt_grams_by_gram on prompt_grams using gin (grams)',
]

function addToSqlite(rows: readonly Indexed[]): RawBuilder<unknown>[] {
  const places = rows.map(({ id }) => sql`(${placeOf(id)}, ${id})`)
  const grams = rows.map(({ id, searched }) => sql`(${placeOf(id)}, ${gramsOf(searched).join(' ')})`)
  return [
    sql`insert into prompt_places (place, generation) values ${sql.join(places)}`,
    sql`insert into prompt_grams (rowid, grams) values ${sql.join(grams)}`,
  ]
}

function addToPostgres(rows: readonly Indexed[]): RawBuilder<unknown>[] {
  const values = rows.map(({ id, searched }) => sql`(${id}, array_to_tsvector(${gramsOf(searched)}::text[]))`)
  return [sql`insert into prompt_grams (generation, grams) values ${sql.join(values)}`]
}

/** Every three characters in a row, and what is left of each run at its end. */
function gramsOf(folded: string): string[] {
  const grams = new Set<string>()
  for (const [run] of folded.matchAll(/[0-9a-z\u0080-\u{10ffff}]+/gu)) {
    const characters = [...run]
    for (const start of characters.keys()) grams.add(characters.slice(start, start + 3).join(''))
  }
  return [...grams]
}

/** The first 14 of a ULID's 26 digits in base 32: numbers that sort as the ids do. */
function placeOf(id: string): bigint {
  if (!/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id)) throw new Error(`${id} is not the id of a generation`)
  const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  return [...id.slice(0, 14)].reduce((sum, digit) => sum * 32n + BigInt(digits.indexOf(digit)), 0n)
}
