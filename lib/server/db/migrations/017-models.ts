import type { Kysely } from 'kysely'

/** Which model a generation is asked of. All that there are so far were asked of SeeDance 2.0. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('generations')
    .addColumn('model', 'text', (column) => column.notNull().defaultTo('seedance-2'))
    .execute()
}
