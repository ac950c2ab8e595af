import type { Kysely } from 'kysely'

/** The hash of an image as it was given, before it was made safe; that of images from before is not known. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('images').addColumn('given_sha256', 'text').execute()
}
