import type { Kysely } from 'kysely'

/** Images, generations, and which images a generation was made from, in order. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('images')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('width', 'integer', (column) => column.notNull())
    .addColumn('height', 'integer', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('generations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('idempotency_key', 'text')
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('taskid', 'text')
    .addColumn('prompt', 'text', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('failure_code', 'text')
    .addColumn('failure_message', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('completed_at', 'text')
    .execute()
  await db.schema
    .createIndex('generations_by_key')
    .on('generations')
    .columns(['person', 'idempotency_key'])
    .unique()
    .execute()
  await db.schema.createIndex('generations_by_time').on('generations').columns(['person', 'id']).execute()

  await db.schema
    .createTable('generation_images')
    .addColumn('generation', 'text', (column) =>
      column.notNull().references('generations.id').onDelete('cascade'),
    )
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('image', 'text', (column) => column.notNull().references('images.id'))
    .addPrimaryKeyConstraint('generation_images_key', ['generation', 'place'])
    .execute()
  await db.schema.createIndex('generation_images_by_image').on('generation_images').column('image').execute()
}
