import { type Kysely, sql } from 'kysely'

const DURATIONS = [5, 10, 15] // seconds
const RESOLUTIONS = ['480p', '720p']

/**
 * Duration and resolution as columns, and an index over finished films by them, so that how long films of a kind took
 * is read without opening their settings. Films under way do not touch the index.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('generations').addColumn('duration', 'integer').execute()
  await db.schema.alterTable('generations').addColumn('resolution', 'text').execute()
  // The settings were written by JSON.stringify, so each value stands in one form only.
  for (const duration of DURATIONS) {
    await sql`update generations set duration = ${duration} where settings like ${`%"duration":${duration},%`}`.execute(
      db,
    )
  }
  for (const resolution of RESOLUTIONS) {
    await sql`update generations set resolution = ${resolution} where settings like ${`%"resolution":"${resolution}"%`}`.execute(
      db,
    )
  }
  await sql`create index generations_by_wait on generations (duration, resolution, finished_at, created_at)
    where status = 'completed'`.execute(db)
}
