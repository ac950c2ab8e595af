import { type Limits, UNLIMITED } from '@/lib/shared/limits'
import { db } from './open'
import type { ImageRow } from './tables'
import { noteUse } from './uses'

/** @throws OverLimit */
async function add(image: ImageRow, limits: Limits = UNLIMITED): Promise<void> {
  const { id, person, bytes, created_at } = image
  await (await db()).transaction().execute(async (tx) => {
    await tx.insertInto('images').values(image).execute()
    await noteUse(tx, { id, person, kind: 'image', at: created_at, bytes }, limits)
  })
}

/** A person's image; undefined when there is none of this id, or it is another's. */
async function find(id: string, person: string): Promise<ImageRow | undefined> {
  const query = (await db()).selectFrom('images').selectAll()
  return query.where('id', '=', id).where('person', '=', person).executeTakeFirst()
}

/** An image that a person may see: their own, or one of a generation that is theirs or that the team shares. */
async function findVisible(id: string, person: string): Promise<ImageRow | undefined> {
  const database = await db()
  const used = database
    .selectFrom('generation_images')
    .innerJoin('generations', 'generations.id', 'generation_images.generation')
    .select('generation_images.image')
    .where('generation_images.image', '=', id)
    .where((where) => where.or([where('generations.person', '=', person), where('shared', '=', 1)]))
  return database
    .selectFrom('images')
    .selectAll()
    .where('id', '=', id)
    .where((where) => where.or([where('person', '=', person), where('id', 'in', used)]))
    .executeTakeFirst()
}

/** Forgets images that no generation is made from and that are older than `before`. Returns their ids. */
async function removeUnused(before: Date, ids?: string[]): Promise<string[]> {
  if (ids?.length === 0) return []
  const database = await db()
  const removed = await database
    .deleteFrom('images')
    .where('created_at', '<', before.toISOString())
    .where('id', 'not in', database.selectFrom('generation_images').select('image'))
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
    .returning('id')
    .execute()
  return removed.map((row) => row.id)
}

/** Which of these images exist, for telling files of theirs from leftovers. */
async function existing(ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await (await db()).selectFrom('images').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map((row) => row.id))
}

/** Images as uploaded, before and after a generation uses them. */
export const uploads = { add, find, findVisible, removeUnused, existing }
