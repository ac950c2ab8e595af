import type { Kysely } from 'kysely'

/** When a generation that used an image was last deleted; null while none was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('images').addColumn('released_at', 'text').execute()
}
