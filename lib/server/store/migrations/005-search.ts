import { type Kysely, sql } from 'kysely'

type Indexed = { id: string; searched: string }

const AT_ONCE = 500

/**
 * An index of every three characters of a prompt, by each database's own means: SQLite's FTS5, which goes by numbers,
 * so that each generation gets one, and PostgreSQL's GIN. Both say what may contain a word without reading prompts.
 */
export async function up<Db>(
  db: Kysely<Db>,
  alone: boolean,
  add: (rows: Indexed[]) => Promise<void>,
): Promise<void> {
  for (const statement of alone ? SQLITE : POSTGRES) await sql.raw(statement).execute(db)
  for (let last = ''; ; ) {
    const { rows } = await sql<Indexed>`select id, searched from generations where id > ${last} order by id
      limit ${AT_ONCE}`.execute(db)
    await add(rows)
    const end = rows.at(-1)
    if (!end) return
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
