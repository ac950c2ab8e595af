import { dialect } from '@/lib/server/db/dialect/current-dialect'
import { db } from '@/lib/server/db/open'
import type { ImageRow } from '@/lib/server/db/tables'

async function add(image: ImageRow): Promise<void> {
  await (await db()).insertInto('images').values(image).execute()
}

/** A person's image; undefined when it doesn't exist or is another's. */
async function find(id: string, user: string): Promise<ImageRow | undefined> {
  const query = (await db()).selectFrom('images').selectAll()
  return query.where('id', '=', id).where('person', '=', user).executeTakeFirst()
}

/** An image that a person may see: their own, or one used by their own or a shared generation. */
const findVisible = (id: string, user: string): Promise<ImageRow | undefined> =>
  findOwnOrIn(id, user, 'shared')

/**
 * An image that a person may submit: their own, or one used by a generation of theirs. Images that others share may be seen but
 * not used.
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

const BATCH_SIZE = 1_000

/**
 * Deletes images that were uploaded, and last used by a generation, before `before`, 1,000 at most. Skips one that a generation is
 * just being created from.
 * @returns their ids
 */
async function removeUnused(before: Date): Promise<string[]> {
  return (await db()).transaction().execute(async (tx) => {
    const used = tx.selectFrom('generation_images').select('image')
    const query = tx
      .selectFrom('images')
      .select('id')
      .where('created_at', '<', before.toISOString())
      .where((where) =>
        where.or([where('released_at', 'is', null), where('released_at', '<', before.toISOString())]),
      )
      .where('id', 'not in', used)
      .limit(BATCH_SIZE)
    const unused = await dialect().lockRows(query, 'update-skip-locked').execute()
    if (unused.length === 0) return []
    // Check again: a use committed before the rows were locked is visible only now.
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

/** The ids that still exist, for finding orphaned files. */
async function existing(ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await (await db()).selectFrom('images').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map((row) => row.id))
}

/** Uploaded images, used or not. */
export const uploads = { add, find, findVisible, findUsable, removeUnused, existing }
