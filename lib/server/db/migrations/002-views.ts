import { type Kysely, sql } from 'kysely'

/**
 * What the gallery asks for and few generations are, so that it is found without reading all that a person has. An
 * index is taken for a list of states only when that is spelled the same; `done` are most, and need none.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const index = (name: string) => db.schema.createIndex(name).on('generations').columns(['person', 'id'])
  const active = sql<boolean>`status in ('submitting', 'pending', 'processing', 'uploading', 'saving')`
  await index('generations_active').where(active).execute()
  await index('generations_failed').where(sql<boolean>`status in ('failed', 'rejected', 'unknown')`).execute()
  await index('generations_starred').where(sql<boolean>`starred = 1`).execute()
}
