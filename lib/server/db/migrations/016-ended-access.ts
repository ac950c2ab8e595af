import { type Kysely, sql } from 'kysely'

/**
 * A link that was made for somebody who is here ends with their access; who has left is no owner; a second subject at
 * the company's provider asks an owner.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('invitations').addColumn('person', 'text').execute()
  await sql`update invitations set person =
    (select id from people where people.email = invitations.email and ended_at is null)`.execute(db)
  await sql`update people set role = 'member' where ended_at is not null`.execute(db)
  await db.schema
    .createTable('link_requests')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) =>
      column.notNull().unique().references('people.id').onDelete('cascade'),
    )
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
}
