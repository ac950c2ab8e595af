import { sql } from 'kysely'
import type { Image, Status } from '@/lib/shared/generation'
import { type Db, db } from './open'
import type { GenerationRow } from './tables'

/** A generation with the images that it was made from, in order. */
export type StoredGeneration = GenerationRow & { images: Image[] }

/**
 * Writes a wish down, durably, before anything is sent. When this person's key is already taken, nothing is
 * written and the earlier generation is given back.
 */
export async function insertGeneration(
  row: GenerationRow,
  images: string[],
): Promise<{ stored: StoredGeneration; replayed: boolean }> {
  const replayed = await (await db()).transaction().execute(async (tx) => {
    const inserted = await tx
      .insertInto('generations')
      .values(row)
      .onConflict((conflict) => conflict.columns(['person', 'idempotency_key']).doNothing())
      .returning('id')
      .executeTakeFirst()
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

type Change = Partial<
  Pick<GenerationRow, 'status' | 'taskid' | 'failure_code' | 'failure_message' | 'completed_at'>
>

/** Changes a generation, but only if it still stands as the caller believes. Returns how it stands now. */
export async function updateGeneration(
  id: string,
  from: Status[],
  change: Change,
): Promise<StoredGeneration> {
  await (await db())
    .updateTable('generations')
    .set({ ...change, updated_at: new Date().toISOString() })
    .where('id', '=', id)
    .where('status', 'in', from)
    .execute()
  const [stored] = await read((query) => query.where('id', '=', id))
  if (!stored) throw new Error(`generation ${id} is gone`)
  return stored
}

/** A person's generation; undefined when there is none of this id, or it is another's. */
export async function findGeneration(id: string, person: string): Promise<StoredGeneration | undefined> {
  return (await read((query) => query.where('id', '=', id).where('person', '=', person)))[0]
}

type Page = { limit: number; before: string | null; statuses: Status[] | null; text: string }

/** A person's generations, newest first: `limit` at most, older than the id `before`. */
export function listGenerations(
  person: string,
  { limit, before, statuses, text }: Page,
): Promise<StoredGeneration[]> {
  return read((query) => {
    let page = query.where('person', '=', person).orderBy('id', 'desc').limit(limit)
    if (before !== null) page = page.where('id', '<', before)
    if (statuses !== null) page = page.where('status', 'in', statuses)
    for (const word of text.split(/\s+/).filter(Boolean)) {
      page = page.where(sql<boolean>`lower(prompt) like ${`%${literal(word)}%`} escape '!'`)
    }
    return page
  })
}

/** A word as LIKE must get it to be taken literally. */
const literal = (word: string): string => word.toLowerCase().replace(/[!%_]/g, '!$&')

const select = (database: Db) => database.selectFrom('generations').selectAll()
type Query = ReturnType<typeof select>

async function read(narrow: (query: Query) => Query): Promise<StoredGeneration[]> {
  const database = await db()
  const rows = await narrow(select(database)).execute()
  if (rows.length === 0) return []
  const links = await database
    .selectFrom('generation_images')
    .innerJoin('images', 'images.id', 'generation_images.image')
    .select(['generation', 'images.id', 'images.width', 'images.height'])
    .where(
      'generation',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('place')
    .execute()
  return rows.map((row) => ({
    ...row,
    images: links
      .filter((link) => link.generation === row.id)
      .map(({ id, width, height }) => ({ id, width, height })),
  }))
}
