import { expect, test } from 'vitest'
import { db } from '@/lib/server/store'
import { entrance, people } from '.'
import { bare, makeOwner, PASSWORD, problemOf } from './fixture'

/** How a studio gets its first owner. */
export function setupContract(): void {
  test('the code from the newest start makes the first owner, once', async () => {
    const person = { name: 'Olga', email: 'Olga@Example.com', password: PASSWORD }
    const before = await entrance.openSetup()
    const setup = await entrance.openSetup()
    expect(setup?.address).toBe('https://studio.example/setup')
    const tries = [before?.code, 'wrong', setup?.code.toLowerCase().replaceAll('-', ' '), setup?.code]
    const ends = []
    for (const code of tries) {
      ends.push(
        await entrance.setUp({ ...person, code }, bare()).then(
          () => 'in',
          () => 'refused',
        ),
      )
    }
    expect(ends).toEqual(['refused', 'refused', 'in', 'refused'])
    expect(await entrance.openSetup()).toBeNull()
    expect(await people.list()).toMatchObject([{ email: 'olga@example.com', role: 'owner' }])
  })

  test('one code let many try at once makes one owner', async () => {
    const database = await db()
    await database.deleteFrom('people').execute()
    const code = (await entrance.openSetup())?.code
    const tries = Array.from({ length: 5 }, (_, n) =>
      entrance.setUp({ code, name: 'N', email: `n${n}@example.com`, password: PASSWORD }, bare()),
    )
    const ends = await Promise.allSettled(tries)
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await people.list()).toHaveLength(1)
    await database.deleteFrom('people').execute()
  })

  test('tries are limited', async () => {
    await entrance.openSetup()
    const wish = { code: 'wrong', name: 'N', email: 'n@example.com', password: PASSWORD }
    for (let n = 0; n < 10; n++)
      expect((await problemOf(entrance.setUp(wish, bare()))).code).toBe('invalid_input')
    expect((await problemOf(entrance.setUp(wish, bare()))).code).toBe('rate_limited')
  })

  test('what was made before people signed in is the first owner’s', async () => {
    const database = await db()
    await database.deleteFrom('people').execute()
    const use = { id: 'u1', person: 'local', kind: 'film', at: '2026', bytes: 0 } as const
    await database.insertInto('uses').values(use).execute()
    const owner = await makeOwner()
    const query = database.selectFrom('uses').select('person').where('id', '=', 'u1')
    expect(await query.execute()).toEqual([{ person: owner.person.id }])
  })

  test('short passwords and what is no address are refused at their field', async () => {
    const wish = { code: 'c', name: ' ', email: 'nobody', password: 'short' }
    const { details } = await problemOf(entrance.setUp(wish, bare()))
    expect(Object.keys(details.errors ?? {}).toSorted()).toEqual(['email', 'name', 'password'])
  })
}
