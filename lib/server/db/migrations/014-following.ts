import { type Kysely, sql } from 'kysely'

/**
 * When the provider last spoke of a task as one that it has, and since when the same trouble keeps a generation from
 * going on. What was being followed without a doubt counts as seen.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('generations').addColumn('seen_at', 'text').execute()
  await db.schema.alterTable('generations').addColumn('trouble_since', 'text').execute()
  await sql`update generations set seen_at = updated_at
    where status in ('processing', 'uploading', 'saving') or (status = 'pending' and missing_since is null)`.execute(
    db,
  )
}
