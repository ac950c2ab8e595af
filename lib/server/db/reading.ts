import type { Image } from '@/lib/shared/generation'
import { type Db, db } from './open'
import type { GenerationRow } from './tables'

/** Whose a generation is, where people have names, and since when they have left. */
type Maker = { maker: string | null; maker_ended_at: string | null }

/** A generation with the images that it was made from, in order. */
export type StoredGeneration = GenerationRow & Maker & { images: Image[] }

/** A person's generation; undefined when there is none of this id, or it is another's. */
export async function find(id: string, user: string): Promise<StoredGeneration | undefined> {
  return (await read((query) => query.where('id', '=', id).where('person', '=', user)))[0]
}

/** A generation that a person may see: their own, or one that the team shares. */
export async function findVisible(id: string, user: string): Promise<StoredGeneration | undefined> {
  const visible = await read((query) =>
    query
      .where('id', '=', id)
      .where((where) => where.or([where('person', '=', user), where('shared', '=', 1)])),
  )
  return visible[0]
}

/** Whose generation this is, if the team sees it and its maker has left; undefined otherwise. */
export async function leftBehindBy(id: string): Promise<string | undefined> {
  const query = (await db()).selectFrom('generations').innerJoin('people', 'people.id', 'generations.person')
  const left = await query
    .select('generations.person')
    .where('generations.id', '=', id)
    .where('shared', '=', 1)
    .where('ended_at', 'is not', null)
    .executeTakeFirst()
  return left?.person
}

/** The id of a person's newest generation, if they have any. */
export async function newestOf(user: string): Promise<string | undefined> {
  const query = (await db()).selectFrom('generations').select('id').where('person', '=', user)
  return (await query.orderBy('id', 'desc').limit(1).executeTakeFirst())?.id
}

/** Whose a generation is; undefined when it is gone. */
export async function ownerOf(id: string): Promise<string | undefined> {
  const query = (await db()).selectFrom('generations').select('person').where('id', '=', id)
  return (await query.executeTakeFirst())?.person
}

/** Which of these generations exist, for telling files of theirs from leftovers. */
export async function existing(ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await (await db()).selectFrom('generations').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map((row) => row.id))
}

/** Whose it is stands in the same query: the page asks for its list all day. */
const select = (database: Db) =>
  database
    .selectFrom('generations')
    .selectAll('generations')
    .select((of) =>
      of
        .selectFrom('people')
        .select('people.name')
        .whereRef('people.id', '=', 'generations.person')
        .as('maker'),
    )
    .select((of) =>
      of
        .selectFrom('people')
        .select('people.ended_at')
        .whereRef('people.id', '=', 'generations.person')
        .as('maker_ended_at'),
    )
export type Query = ReturnType<typeof select>
type MadeBy = GenerationRow & Maker

/** Generations with their images, as narrowed; within a transaction where one is given. */
export async function read(
  narrow: (query: Query) => { execute(): Promise<MadeBy[]> },
  tx?: Db,
): Promise<StoredGeneration[]> {
  const database = tx ?? (await db())
  return withImages(database, await narrow(select(database)).execute())
}

/** Adds to each generation the images that it was made from. */
async function withImages(database: Db, rows: MadeBy[]): Promise<StoredGeneration[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const links = await database
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
