import { expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { list, read, update } from '@/lib/server/generations'
import { unlessKnown } from '@/lib/server/http'
import { startStudio } from '@/testing/generations/fixture'
import { another, me } from '@/testing/generations/submission'

const { make, until, pass } = startStudio()

const tagOf = (body: unknown) =>
  unlessKnown(new Request('http://studio'), body, ['prompt']).headers.get('etag') ?? ''

test('the ETags of a list and its items change only when something shown changes', async () => {
  const { id } = await make({ prompt: 'A koala waves. '.repeat(500) })
  const tags = async () => [
    tagOf(await list(me, {})),
    tagOf(await read(id, me)),
    tagOf(await list(another, { scope: 'team' })),
  ]
  expect(await tags()).toEqual(await tags())
  const setPoster = async () =>
    (await db()).updateTable('generations').set({ poster: 1 }).where('id', '=', id).execute()
  /** Each change, and whether it changes the ETag of the list, the generation, and the team's list. */
  const changes = [
    { change: () => update(id, { starred: true }, me), changed: [true, true, false] },
    { change: () => update(id, { shared: true }, me), changed: [true, true, true] },
    { change: () => until(id, 'completed'), changed: [true, true, true] },
    { change: setPoster, changed: [true, true, true] },
    { change: () => name('Olga'), changed: [false, false, true] },
  ]
  for (const { change, changed } of changes) {
    pass(1_000)
    const before = await tags()
    await change()
    const after = await tags()
    expect(after.map((tag, slot) => tag !== before[slot])).toEqual(changed)
  }
  await (await db()).deleteFrom('people').execute()
})

async function name(name: string): Promise<void> {
  const now = new Date().toISOString()
  const user = { id: me.id, name, email: 'o@example.com', email_verified: 1, role: 'owner' as const }
  await (await db())
    .insertInto('people')
    .values({ ...user, image: null, ended_at: null, created_at: now, updated_at: now })
    .execute()
}
