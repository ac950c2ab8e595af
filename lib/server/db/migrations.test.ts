import { Kysely, SqliteDialect, sql } from 'kysely'
import Database from 'libsql'
import { expect, onTestFinished, test } from 'vitest'
import { migrationsContract } from '@/testing/db/migrations-contract'
import * as first from './migrations/001-first'
import * as waits from './migrations/003-waits'
import * as users from './migrations/010-people'
import * as following from './migrations/014-following'
import * as endedAccess from './migrations/016-ended-access'

/** An in-memory database as the first version left it, with one video of 15 s. */
async function old() {
  const database = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Database(':memory:') }) })
  onTestFinished(() => database.destroy())
  await first.up(database)
  const settings = JSON.stringify({ ratio: '16:9', duration: 15, resolution: '720p', seed: null })
  await sql`insert into generations (id, person, fingerprint, status, prompt, searched, settings, created_at, updated_at)
    values ('a', 'local', 'f', 'completed', 'p "duration":5, "resolution":"480p"', 'p', ${settings}, '1', '1')`.execute(
    database,
  )
  return database
}

migrationsContract(
  async () => new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Database(':memory:') }) }),
)

test('older videos get their duration and resolution as columns, whatever their prompts say', async () => {
  const database = await old()
  await waits.up(database)
  const { rows } = await sql`select duration, resolution from generations`.execute(database)
  expect(rows).toEqual([{ duration: 15, resolution: '720p' }])
})

test('the times that videos took are read from a covering index, in its order', async () => {
  const database = await old()
  await waits.up(database)
  const { rows } = await sql<{ detail: string }>`explain query plan
    select created_at, finished_at from generations
    where duration = ${15} and resolution = ${'720p'} and status = 'completed' and finished_at is not null
    order by finished_at desc limit ${200}`.execute(database)
  expect(rows.map(({ detail }) => detail)).toEqual([
    expect.stringContaining('USING COVERING INDEX generations_by_wait'),
  ])
})

test('older videos and images count as usage, and older videos are not shared', async () => {
  const database = await old()
  await sql`insert into images values ('b', 'local', 400, 300, 'image/png', 123, 's', '2')`.execute(database)
  await waits.up(database)
  await users.up(database)
  const uses = await sql`select * from uses order by id`.execute(database)
  expect(uses.rows).toEqual([
    expect.objectContaining({ id: 'a', person: 'local', kind: 'film', at: '1', duration: 15, bytes: 0 }),
    expect.objectContaining({ id: 'b', person: 'local', kind: 'image', at: '2', duration: null, bytes: 123 }),
  ])
  expect((await sql`select shared from generations`.execute(database)).rows).toEqual([{ shared: 0 }])
})

test('tasks that the provider has reported count as seen, those that may never have existed do not', async () => {
  const database = await old()
  for (const [id, status, missing] of [
    ['b', 'processing', null],
    ['c', 'processing', '3'],
    ['d', 'submitting', null],
    ['e', 'pending', '3'],
    ['f', 'pending', null],
  ]) {
    await sql`insert into generations (id, person, fingerprint, status, prompt, searched, settings, missing_since,
      created_at, updated_at) values (${id}, 'local', 'f', ${status}, 'p', 'p', '{}', ${missing}, '1', '2')`.execute(
      database,
    )
  }
  await following.up(database)
  const { rows } = await sql`select id, seen_at, trouble_since from generations order by id`.execute(database)
  expect(rows).toEqual([
    { id: 'a', seen_at: null, trouble_since: null },
    { id: 'b', seen_at: '2', trouble_since: null },
    { id: 'c', seen_at: '2', trouble_since: null },
    { id: 'd', seen_at: null, trouble_since: null },
    { id: 'e', seen_at: null, trouble_since: null },
    { id: 'f', seen_at: '2', trouble_since: null },
  ])
})

test('former members are no owners, and older invitations know whether they are for a current member', async () => {
  const database = await old()
  await waits.up(database)
  await users.up(database)
  const user = (id: string, ended: string | null) =>
    sql`insert into people (id, name, email, role, ended_at, created_at, updated_at)
      values (${id}, 'N', ${`${id}@example.com`}, 'owner', ${ended}, '1', '1')`.execute(database)
  await user('here', null)
  await user('left', '2')
  for (const id of ['here', 'left', 'new'])
    await sql`insert into invitations values (${id}, ${`${id}@example.com`}, ${id}, '1', '9')`.execute(
      database,
    )
  await endedAccess.up(database)
  const roles = await sql`select id, role from people order by id`.execute(database)
  expect(roles.rows).toEqual([
    { id: 'here', role: 'owner' },
    { id: 'left', role: 'member' },
  ])
  const links = await sql`select id, person from invitations order by id`.execute(database)
  expect(links.rows).toEqual([
    { id: 'here', person: 'here' },
    { id: 'left', person: null },
    { id: 'new', person: null },
  ])
})
