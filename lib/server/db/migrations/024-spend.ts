import { type Kysely, sql } from 'kysely'

/** Prices, budgets, and what each use reserved by the price of its moment. A double reads as a number on both databases. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('generations').addColumn('token', 'text').execute()
  const uses = () => db.schema.alterTable('uses')
  await uses().addColumn('model', 'text').execute()
  await uses().addColumn('token', 'text').execute()
  await uses().addColumn('credits', 'double precision').execute()
  await uses().addColumn('thousand', 'double precision').execute()
  await uses().addColumn('currency', 'text').execute()
  await uses().addColumn('failure_code', 'text').execute()
  await sql`update uses set model = (select generations.model from generations where generations.id = uses.id)
    where kind = 'film'`.execute(db)
  await db.schema.createIndex('uses_by_month').on('uses').columns(['kind', 'at']).execute()
  await db.schema
    .createTable('prices')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('budgets')
    .addColumn('person', 'text', (column) => column.primaryKey())
    .addColumn('credits', 'double precision', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('console_figures')
    .addColumn('month', 'text', (column) => column.primaryKey())
    .addColumn('credits', 'double precision', (column) => column.notNull())
    .execute()
}
