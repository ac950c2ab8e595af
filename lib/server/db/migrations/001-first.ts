import type { Kysely } from 'kysely'

/** Images, generations, which images a generation was made from in order, and tasks to be deleted at the provider. */
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
    .addColumn('searched', 'text', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('starred', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('failure_code', 'text')
    .addColumn('failure_message', 'text')
    .addColumn('due_at', 'text')
    .addColumn('wait', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('lease', 'text')
    .addColumn('lease_until', 'text')
    .addColumn('missing_since', 'text')
    .addColumn('results', 'text')
    .addColumn('save_tries', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('video', 'text')
    .addColumn('last_frame', 'text')
    .addColumn('poster', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('finished_at', 'text')
    .addColumn('completed_at', 'text')
    .execute()
  const index = (name: string) => db.schema.createIndex(name).on('generations')
  await index('generations_by_key').columns(['person', 'idempotency_key']).unique().execute()
  await index('generations_by_taskid').columns(['person', 'taskid']).execute()
  await index('generations_by_time').columns(['person', 'id']).execute()
  await index('generations_by_due').columns(['due_at']).execute()

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

  await db.schema
    .createTable('deletions')
    .addColumn('taskid', 'text', (column) => column.primaryKey())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('give_up_at', 'text', (column) => column.notNull())
    .execute()
}
