import { dialect } from './current-dialect'
import { db } from './open'
import type { ImageRow } from './tables'

async function add(image: ImageRow): Promise<void> {
  await (await db()).insertInto('images').values(image).execute()
}

/** A person's image; undefined when there is none of this id, or it is another's. */
async function find(id: string, user: string): Promise<ImageRow | undefined> {
  const query = (await db()).selectFrom('images').selectAll()
  return query.where('id', '=', id).where('person', '=', user).executeTakeFirst()
}

/** An image that a person may see: their own, or one of a generation that is theirs or that the team shares. */
const findVisible = (id: string, user: string): Promise<ImageRow | undefined> =>
  findOwnOrIn(id, user, 'shared')

/**
 * An image that a person may make a generation from: their own, or one of a generation of theirs. What others share is to be
 * seen, not to be taken.
 */
const findUsable = (id: string, user: string): Promise<ImageRow | undefined> => findOwnOrIn(id, user)

async function findOwnOrIn(id: string, user: string, also?: 'shared'): Promise<ImageRow | undefined> {
  const database = await db()
  const used = database
    .selectFrom('generation_images')
    .innerJoin('generations', 'generations.id', 'generation_images.generation')
    .select('generation_images.image')
    .where('generation_images.image', '=', id)
    .where((where) =>
      also ? where.or([where('person', '=', user), where('shared', '=', 1)]) : where('person', '=', user),
    )
  return database
    .selectFrom('images')
    .selectAll()
    .where('id', '=', id)
    .where((where) => where.or([where('person', '=', user), where('id', 'in', used)]))
    .executeTakeFirst()
}

const MOST = 1_000 // images forgotten in one go

/**
 * Forgets images that no generation is made from and that are older than `before`, a thousand at most; one that a generation
 * is just being made from stays. Returns their ids.
 */
async function removeUnused(before: Date, ids?: string[]): Promise<string[]> {
  if (ids?.length === 0) return []
  return (await db()).transaction().execute(async (tx) => {
    const used = tx.selectFrom('generation_images').select('image')
    const query = tx
      .selectFrom('images')
      .select('id')
      .where('created_at', '<', before.toISOString())
      .where('id', 'not in', used)
      .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
      .limit(MOST)
    const unused = await dialect().lockRows(query, 'update-skip-locked').execute()
    if (unused.length === 0) return []
    // Asked again: what was taken into use until they were held is seen only now.
    const removed = await tx
      .deleteFrom('images')
      .where(
        'id',
        'in',
        unused.map(({ id }) => id),
      )
      .where('id', 'not in', used)
      .returning('id')
      .execute()
    return removed.map(({ id }) => id)
  })
}

/** Which of these images exist, for telling files of theirs from leftovers. */
async function existing(ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await (await db()).selectFrom('images').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map((row) => row.id))
}

/** Images as uploaded, before and after a generation uses them. */
export const uploads = { add, find, findVisible, findUsable, removeUnused, existing }
