import type { Transaction } from 'kysely'
import { db } from '@/lib/server/db/open'
import type { GenerationTagRow, Tables } from '@/lib/server/db/tables'
import { folded } from '@/lib/shared/search'
import type { TagCount } from '@/lib/shared/tags'
import { read, type StoredGeneration } from './reading'

type Tx = Transaction<Tables>

/** Writes the tags of a generation that has none. @param tags without repeats */
export async function writeTags(
  tx: Tx,
  { generation, person }: Pick<GenerationTagRow, 'generation' | 'person'>,
  tags: readonly string[],
): Promise<void> {
  if (tags.length === 0) return
  const rows = tags.map((tag, index) => ({
    generation,
    position: index + 1,
    person,
    folded: folded(tag),
    tag,
  }))
  await tx.insertInto('generation_tags').values(rows).execute()
}

/**
 * Replaces the tags of a person's generation.
 * @returns the updated generation, or undefined when there is none of theirs
 */
async function set(id: string, user: string, tags: readonly string[]): Promise<StoredGeneration | undefined> {
  return (await db()).transaction().execute(async (tx) => {
    // First, because this locks the row: of two changes at once, one comes after the other.
    const changed = await tx
      .updateTable('generations')
      .set({ updated_at: new Date().toISOString() })
      .where('id', '=', id)
      .where('person', '=', user)
      .returning('id')
      .executeTakeFirst()
    if (!changed) return undefined
    await tx.deleteFrom('generation_tags').where('generation', '=', id).execute()
    await writeTags(tx, { generation: id, person: user }, tags)
    return (await read((query) => query.where('id', '=', id), tx))[0]
  })
}

/** A person's tags, the most used first. One spelling stands for all that are the same. */
async function counts(user: string, limit: number): Promise<TagCount[]> {
  const rows = await (await db())
    .selectFrom('generation_tags')
    .select((of) => [of.fn.max('tag').as('tag'), of.fn.countAll().as('count')])
    .where('person', '=', user)
    .groupBy('folded')
    .orderBy('count', 'desc')
    .orderBy('folded')
    .limit(limit)
    .execute()
  return rows.map(({ tag, count }) => ({ tag, count: Number(count) }))
}

export const tagRecords = { set, counts }
