import { type Expression, type SqlBool, sql } from 'kysely'
import type { Image, Status } from '@/lib/shared/generation'
import { folded, wordsOf } from '@/lib/shared/search'
import { type Db, db } from './open'
import { addToIndex, inOrder } from './prompt-index'
import type { GenerationRow } from './tables'

/** A generation with the images that it was made from, in order. */
export type StoredGeneration = GenerationRow & { images: Image[] }

/**
 * Writes a wish down, durably, before anything is sent. When this person's key is already taken, nothing is
 * written and the earlier generation is given back.
 */
async function insert(
  row: GenerationRow,
  images: string[],
): Promise<{ stored: StoredGeneration; replayed: boolean }> {
  const searched = folded(row.prompt)
  const replayed = await (await db()).transaction().execute(async (tx) => {
    const inserted = await tx
      .insertInto('generations')
      .values({ ...row, searched })
      .onConflict((conflict) => conflict.columns(['person', 'idempotency_key']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (inserted) await addToIndex(tx, [{ id: row.id, searched }])
    if (inserted && images.length > 0) {
      const links = images.map((image, index) => ({ generation: row.id, place: index + 1, image }))
      await tx.insertInto('generation_images').values(links).execute()
    }
    return inserted === undefined
  })
  const [stored] = await read((query) =>
    replayed
      ? query.where('person', '=', row.person).where('idempotency_key', '=', row.idempotency_key)
      : query.where('id', '=', row.id),
  )
  if (!stored) throw new Error(`generation ${row.id} was written but is not there`)
  return { stored, replayed }
}

export type Change = Partial<Omit<GenerationRow, 'id' | 'person' | 'prompt' | 'created_at' | 'updated_at'>>

/**
 * Changes a generation, but only if it still stands as the caller believes.
 * @returns how it stands now, or undefined when it stood otherwise or is gone
 */
async function update(
  id: string,
  person: string,
  from: Status[],
  change: Change,
): Promise<StoredGeneration | undefined> {
  const changed = await (await db())
    .updateTable('generations')
    .set({ ...change, updated_at: new Date().toISOString() })
    .where('id', '=', id)
    .where('person', '=', person)
    .where('status', 'in', from)
    .returning('id')
    .executeTakeFirst()
  return changed && (await read((query) => query.where('id', '=', id)))[0]
}

/** A person's generation; undefined when there is none of this id, or it is another's. */
async function find(id: string, person: string): Promise<StoredGeneration | undefined> {
  return (await read((query) => query.where('id', '=', id).where('person', '=', person)))[0]
}

/** The id of the person's generation that follows this task, if any. */
async function withTask(taskid: string, person: string): Promise<string | undefined> {
  const query = (await db()).selectFrom('generations').select('id')
  return (await query.where('taskid', '=', taskid).where('person', '=', person).executeTakeFirst())?.id
}

type Page = {
  limit: number
  before: string | null
  statuses: Status[] | null
  /** Nothing but what is starred. */
  starred: boolean
  text: string
}

const MOST_WORDS = 100 // SQLite takes no condition that is nested deeper than 1,000

/** A person's generations, newest first: `limit` at most, older than the id `before`, with all words of `text`. */
function list(person: string, wish: Page): Promise<StoredGeneration[]> {
  const { limit, before, statuses, starred, text } = wish
  return read((query) => {
    let page = query.where('person', '=', person).limit(limit)
    if (before !== null) page = page.where('id', '<', before)
    // Spelled out, not parameters: only so does SQLite see that the index of those alone will do.
    if (statuses !== null)
      page = page.where(
        'status',
        'in',
        statuses.map((status) => sql.lit(status)),
      )
    if (starred) page = page.where('starred', '=', sql.lit(1))
    const words = wordsOf(text).slice(0, MOST_WORDS)
    for (const word of words) page = page.where(promptHas(word))
    return inOrder(page, words, before)
  })
}

/** The folded word, taken literally: LIKE's own signs are escaped. */
function promptHas(word: string): Expression<SqlBool> {
  const literal = word.replace(/[!%_]/g, '!$&')
  return sql<SqlBool>`searched like ${`%${literal}%`} escape '!'`
}

/**
 * Removes a generation unless it is just being sent. In the same step its task is put down for deletion at the
 * provider, so that a crash in between forgets neither.
 * @returns ids of its images, or undefined when nothing was removed
 */
async function remove(id: string, person: string, giveUpAt: Date): Promise<string[] | undefined> {
  return (await db()).transaction().execute(async (tx) => {
    const images = await tx
      .selectFrom('generation_images')
      .select('image')
      .where('generation', '=', id)
      .execute()
    const removed = await tx
      .deleteFrom('generations')
      .where('id', '=', id)
      .where('person', '=', person)
      .where('status', '!=', 'submitting')
      .returning('taskid')
      .executeTakeFirst()
    if (!removed) return undefined
    if (removed.taskid !== null) {
      const deletion = { due_at: new Date().toISOString(), give_up_at: giveUpAt.toISOString() }
      await tx
        .insertInto('deletions')
        .values({ taskid: removed.taskid, ...deletion })
        .onConflict((conflict) => conflict.column('taskid').doNothing())
        .execute()
    }
    return images.map(({ image }) => image)
  })
}

/** Which of these generations exist, for telling files of theirs from leftovers. */
async function existing(ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await (await db()).selectFrom('generations').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map((row) => row.id))
}

const select = (database: Db) => database.selectFrom('generations').selectAll('generations')
type Query = ReturnType<typeof select>

async function read(
  narrow: (query: Query) => { execute(): Promise<GenerationRow[]> },
): Promise<StoredGeneration[]> {
  const database = await db()
  return withImages(await narrow(select(database)).execute())
}

/** Adds to each generation the images that it was made from. */
export async function withImages(rows: GenerationRow[]): Promise<StoredGeneration[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const links = await (await db())
    .selectFrom('generation_images')
    .innerJoin('images', 'images.id', 'generation_images.image')
    .select(['generation', 'images.id', 'images.width', 'images.height'])
    .where('generation', 'in', ids)
    .orderBy('place')
    .execute()
  return rows.map((row) => ({
    ...row,
    images: links
      .filter((link) => link.generation === row.id)
      .map(({ id, width, height }) => ({ id, width, height })),
  }))
}

/** Generations: every wish ever written down. */
export const records = { insert, update, find, withTask, list, remove, existing }
