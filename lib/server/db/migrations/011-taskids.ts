import { type Kysely, sql } from 'kysely'

const TAKEN =
  'Another video here had the same task ID, so it was taken from this one. Look in the provider’s console which task is this one’s, and enter its ID.'

/**
 * One generation at most has a taskid, and it is known who gave it: the provider's answer or a person. Of several that had the
 * same, one that is completed keeps it, else the oldest. The others can be given theirs; their videos and files stay.
 * Deletions at the provider are somebody's, and it is known which are under way.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('generations').addColumn('taskid_by', 'text').execute()
  await db.schema.alterTable('deletions').addColumn('person', 'text').execute()
  await db.schema.alterTable('deletions').addColumn('lease_until', 'text').execute()
  const others = sql`(select id from (select id, row_number() over (partition by taskid
    order by case status when 'completed' then 0 else 1 end, id) as place
    from generations where taskid is not null) as ranked where place > 1)`
  await sql`update generations set taskid = null, status = 'unknown', failure_code = 'taskid_taken',
    failure_message = ${TAKEN}, due_at = null, wait = 0, lease = null, lease_until = null, missing_since = null,
    results = null, save_tries = 0, finished_at = null
    where id in ${others} and status != 'completed'`.execute(db)
  await sql`update generations set taskid = null where id in ${others}`.execute(db)
  await sql`update generations set taskid_by = 'provider' where taskid is not null`.execute(db)
  await sql`delete from deletions where taskid in (select taskid from generations where taskid is not null)`.execute(
    db,
  )
  await db.schema.dropIndex('generations_by_taskid').execute()
  await db.schema.createIndex('generations_by_taskid').on('generations').column('taskid').unique().execute()
}
