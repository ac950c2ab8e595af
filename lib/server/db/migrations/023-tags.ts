import type { Kysely } from 'kysely'

/**
 * The tags of each generation, in order. `folded` is what is compared; `person` repeats the generation's, so that one index finds
 * a person's generations with a tag, newest first, and counts them by tag without reading anything else.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('generation_tags')
    .addColumn('generation', 'text', (column) =>
      column.notNull().references('generations.id').onDelete('cascade'),
    )
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('folded', 'text', (column) => column.notNull())
    .addColumn('tag', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('generation_tags_key', ['generation', 'folded'])
    .execute()
  await db.schema
    .createIndex('generation_tags_by_tag')
    .on('generation_tags')
    .columns(['person', 'folded', 'generation', 'tag'])
    .execute()
}
