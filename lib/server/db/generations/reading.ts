import { type Db, db } from '@/lib/server/db/open'
import type { GenerationRow } from '@/lib/server/db/tables'
import type { Image, Neighbours } from '@/lib/shared/generation'

/** The maker's name, and when their access ended, where there are accounts. */
type Maker = { maker: string | null; maker_ended_at: string | null }

/** What it costs by the price of its moment; null where none was known. */
type Priced = { credits: number | null }

/** A generation with its source images and its tags, each in order. */
export type StoredGeneration = GenerationRow & Maker & Priced & { images: Image[]; tags: string[] }

/** A person's generation; undefined when it doesn't exist or is another's. */
export async function find(id: string, user: string): Promise<StoredGeneration | undefined> {
  return (await read((query) => query.where('id', '=', id).where('person', '=', user)))[0]
}

/** A generation that a person may see: their own, or a shared one. */
export async function findVisible(id: string, user: string): Promise<StoredGeneration | undefined> {
  const visible = await read((query) =>
    query
      .where('id', '=', id)
      .where((where) => where.or([where('person', '=', user), where('shared', '=', 1)])),
  )
  return visible[0]
}

/** Those among these generations that a person may see, in no order. */
export async function visibleAmong(ids: readonly string[], user: string): Promise<StoredGeneration[]> {
  return read((query) =>
    query
      .where('id', 'in', ids)
      .where((where) => where.or([where('person', '=', user), where('shared', '=', 1)])),
  )
}

/** The maker of a shared generation, if they have left; undefined otherwise. */
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

/** The ids of the generations that a person made just after and just before this one. */
export async function neighboursOf(id: string, user: string): Promise<Neighbours> {
  const own = (await db()).selectFrom('generations').select('id').where('person', '=', user).limit(1)
  const [newer, older] = await Promise.all([
    own.where('id', '>', id).orderBy('id', 'asc').executeTakeFirst(),
    own.where('id', '<', id).orderBy('id', 'desc').executeTakeFirst(),
  ])
  return { newer: newer?.id ?? null, older: older?.id ?? null }
}

/** The person a generation belongs to; undefined when it is gone. */
export async function ownerOf(id: string): Promise<string | undefined> {
  const query = (await db()).selectFrom('generations').select('person').where('id', '=', id)
  return (await query.executeTakeFirst())?.person
}

/** The ids that still exist, for finding orphaned files. */
export async function existing(ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await (await db()).selectFrom('generations').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map((row) => row.id))
}

/** Selects the maker in the same query, because pages poll their list continuously. */
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
    .select((of) =>
      of.selectFrom('uses').select('uses.credits').whereRef('uses.id', '=', 'generations.id').as('credits'),
    )
export type Query = ReturnType<typeof select>
type MadeBy = GenerationRow & Maker & Priced

/** Reads generations with their images and tags, filtered by `narrow`; within `tx` if given. */
export async function read(
  narrow: (query: Query) => { execute(): Promise<MadeBy[]> },
  tx?: Db,
): Promise<StoredGeneration[]> {
  const database = tx ?? (await db())
  return withParts(database, await narrow(select(database)).execute())
}

/** Adds its source images and tags to each generation. */
async function withParts(database: Db, rows: MadeBy[]): Promise<StoredGeneration[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const links = await database
    .selectFrom('generation_images')
    .innerJoin('images', 'images.id', 'generation_images.image')
    .select(['generation', 'images.id', 'images.width', 'images.height'])
    .where('generation', 'in', ids)
    .orderBy('place')
    .execute()
  const tags = await database
    .selectFrom('generation_tags')
    .select(['generation', 'tag'])
    .where('generation', 'in', ids)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    ...row,
    images: links
      .filter((link) => link.generation === row.id)
      .map(({ id, width, height }) => ({ id, width, height })),
    tags: tags.filter(({ generation }) => generation === row.id).map(({ tag }) => tag),
  }))
}
