import { type Kysely, sql } from 'kysely'

/** Batches, and which row of which batch each generation is for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('batches')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('idempotency_key', 'text')
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('rows', 'integer', (column) => column.notNull())
    .addColumn('paused', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('batches_key', ['person', 'idempotency_key'])
    .execute()
  await db.schema.createIndex('batches_of').on('batches').columns(['person', 'id']).execute()
  const alter = () => db.schema.alterTable('generations')
  await alter().addColumn('batch', 'text').execute()
  await alter().addColumn('batch_row', 'integer').execute()
  await db.schema
    .createIndex('generations_batch')
    .on('generations')
    .columns(['batch', 'batch_row', 'id'])
    .where(sql<boolean>`batch is not null`)
    .execute()
}
