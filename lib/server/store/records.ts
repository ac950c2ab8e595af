import { type Expression, type SqlBool, sql } from 'kysely'
import type { Image, Status } from '@/lib/shared/generation'
import { type Limits, UNLIMITED } from '@/lib/shared/limits'
import { folded, wordsOf } from '@/lib/shared/search'
import { type Db, db } from './open'
import { addToIndex, inOrder } from './prompt-index'
import type { GenerationRow } from './tables'
import { noteUse } from './uses'

/** A generation with the images that it was made from, in order, and the name of whose it is, where people have names. */
export type StoredGeneration = GenerationRow & { images: Image[]; maker: string | null }

/**
 * Writes a wish down, durably, before anything is sent. When this person's key is already taken, nothing is
 * written and the earlier generation is given back.
 * @throws OverLimit
 */
async function insert(
  row: GenerationRow,
  images: string[],
  limits: Limits = UNLIMITED,
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
    if (inserted) {
      const { id, person, duration, resolution, created_at } = row
      await noteUse(
        tx,
        { id, person, kind: 'film' as const, at: created_at, bytes: 0, duration, resolution },
        limits,
      )
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

/** A generation that a person may see: their own, or one that the team shares. */
async function findVisible(id: string, person: string): Promise<StoredGeneration | undefined> {
  const visible = await read((query) =>
    query
      .where('id', '=', id)
      .where((where) => where.or([where('person', '=', person), where('shared', '=', 1)])),
  )
  return visible[0]
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
  others?: boolean
}

const MOST_WORDS = 100 // SQLite takes no condition that is nested deeper than 1,000

/**
 * A person's generations, newest first: `limit` at most, older than the id `before`, with all words of `text`. With
 * `others`, what other people share instead.
 */
function list(person: string, wish: Page): Promise<StoredGeneration[]> {
  const { limit, before, statuses, starred, text, others = false } = wish
  return read((query) => {
    const whose = others
      ? query.where('person', '!=', person).where('shared', '=', sql.lit(1))
      : query.where('person', '=', person)
    let page = whose.limit(limit)
    if (before !== null) page = page.where('id', '<', before)
    // Spelled out, not parameters: only so does SQLite see that the index of those alone will do.
    if (statuses !== null)
      page = page.where(
        'status',
        'in',
        statuses.map((status) => sql.lit(status)),
      )
    // A star is its person's own mark.
    if (starred) page = page.where('starred', '=', sql.lit(1)).where('person', '=', person)
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
      .returning(['taskid', 'status'])
      .executeTakeFirst()
    if (!removed) return undefined
    await tx.updateTable('uses').set({ outcome: removed.status }).where('id', '=', id).execute()
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
  return withMakers(await withImages(await narrow(select(database)).execute()))
}

async function withMakers<Row extends GenerationRow>(
  rows: Row[],
): Promise<(Row & { maker: string | null })[]> {
  if (rows.length === 0) return []
  const ids = [...new Set(rows.map((row) => row.person))]
  const makers = await (await db())
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  const names = new Map(makers.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({ ...row, maker: names.get(row.person) ?? null }))
}

/** Adds to each generation the images that it was made from. */
async function withImages(rows: GenerationRow[]): Promise<(GenerationRow & { images: Image[] })[]> {
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
export const records = { insert, update, find, findVisible, withTask, list, remove, existing }
