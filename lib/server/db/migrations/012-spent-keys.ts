import type { Kysely } from 'kysely'

/** Idempotency keys whose generations were deleted, until they are forgotten. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('spent_keys')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('idempotency_key', 'text', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('spent_keys_key', ['person', 'idempotency_key'])
    .execute()
  await db.schema.createIndex('spent_keys_by_time').on('spent_keys').column('until').execute()
}
