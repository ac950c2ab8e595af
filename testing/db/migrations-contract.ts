import { type Kysely, sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import * as first from '@/lib/server/db/migrations/001-first'
import * as views from '@/lib/server/db/migrations/002-views'
import * as waits from '@/lib/server/db/migrations/003-waits'
import * as users from '@/lib/server/db/migrations/010-people'
import * as taskids from '@/lib/server/db/migrations/011-taskids'

/** Contract of the migrations, for every database. @param open opens an empty one */
export function migrationsContract(open: () => Promise<Kysely<unknown>>): void {
  test('of several generations with one taskid, a completed one keeps it, else the oldest, and none is deleted', async () => {
    const database = await open()
    onTestFinished(() => database.destroy())
    for (const { up } of [first, views, waits, users]) await up(database)
    const rows = [
      ['a', 'failed', 't'],
      ['b', 'completed', 't'],
      ['c', 'completed', 't'],
      ['d', 'pending', 'u'],
      ['e', 'saving', 'u'],
      ['f', 'processing', 'v'],
      ['g', 'unknown', null],
      ['h', 'rejected', null],
    ]
    for (const [id, status, taskid] of rows) {
      await sql`insert into generations (id, person, fingerprint, status, taskid, prompt, searched, settings, due_at,
        lease, video, created_at, updated_at)
        values (${id}, ${id}, 'f', ${status}, ${taskid}, 'p', 'p', '{}', '1', 'l', 'a video', '1', '1')`.execute(
        database,
      )
    }
    for (const taskid of ['v', 'w']) {
      await sql`insert into deletions values (${taskid}, '1', '2')`.execute(database)
    }
    await taskids.up(database)

    const kept = await sql`select id, status, taskid, taskid_by, failure_code, due_at, lease, video
      from generations order by id`.execute(database)
    const had = { due_at: '1', lease: 'l', video: 'a video', failure_code: null }
    const lost = {
      status: 'unknown',
      taskid: null,
      taskid_by: null,
      failure_code: 'taskid_taken',
      due_at: null,
      lease: null,
      video: 'a video',
    }
    expect(kept.rows).toEqual([
      { id: 'a', ...lost },
      { id: 'b', status: 'completed', taskid: 't', taskid_by: 'provider', ...had },
      { id: 'c', status: 'completed', taskid: null, taskid_by: null, ...had },
      { id: 'd', status: 'pending', taskid: 'u', taskid_by: 'provider', ...had },
      { id: 'e', ...lost },
      { id: 'f', status: 'processing', taskid: 'v', taskid_by: 'provider', ...had },
      { id: 'g', status: 'unknown', taskid: null, taskid_by: null, ...had },
      { id: 'h', status: 'rejected', taskid: null, taskid_by: null, ...had },
    ])
    const deletions = await sql`select taskid, person, lease_until from deletions`.execute(database)
    expect(deletions.rows).toEqual([{ taskid: 'w', person: null, lease_until: null }])
    await expect(sql`update generations set taskid = 't' where id = 'g'`.execute(database)).rejects.toThrow()
  })
}
