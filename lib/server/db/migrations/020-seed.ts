import type { Kysely } from 'kysely'

/** The seed that the provider reports for a video. A double, which holds every seed exactly and reads as a number on both databases. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('generations').addColumn('seed', 'double precision').execute()
}
