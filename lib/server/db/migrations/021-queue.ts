import { type Kysely, sql } from 'kysely'

/** The queue: its state, whose turn it is, and where each generation in it stands. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const alter = () => db.schema.alterTable('generations')
  await alter().addColumn('queue_order', 'double precision').execute()
  await alter().addColumn('sent_at', 'text').execute()
  await alter().addColumn('expires_at', 'text').execute()
  await db.schema
    .createTable('queue_state')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('paused', 'text')
    .addColumn('busy_until', 'text')
    .addColumn('busy_wait', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await sql`insert into queue_state (id, busy_wait) values (1, 0)`.execute(db)
  await db.schema
    .createTable('queue_turns')
    .addColumn('person', 'text', (column) => column.primaryKey())
    .addColumn('taken_at', 'text', (column) => column.notNull())
    .execute()
  // An index serves a list of states only when that is spelled the same.
  await db.schema.dropIndex('generations_active').execute()
  const active = sql<boolean>`status in ('queued', 'submitting', 'pending', 'processing', 'uploading', 'saving')`
  const index = (name: string) => db.schema.createIndex(name).on('generations')
  await index('generations_active').columns(['person', 'id']).where(active).execute()
  await index('generations_queued')
    .columns(['person', 'queue_order', 'id'])
    .where(sql<boolean>`status = 'queued'`)
    .execute()
}
