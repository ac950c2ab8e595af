import { expect, test } from 'vitest'
import { signInMethods, users } from '@/lib/server/auth'
import { db } from '@/lib/server/db'
import { bare, countingHashes, makeOwner, PASSWORD, problemOf } from './fixture'

/** Creation of the first owner. */
export function setupContract(): void {
  test('the setup code from the latest start creates the first owner, once', async () => {
    const user = { name: 'Olga', email: 'Olga@Example.com', password: PASSWORD }
    const before = await signInMethods.openSetup()
    const setup = await signInMethods.openSetup()
    expect(setup?.address).toBe('https://studio.example/setup')
    const tries = [before?.code, 'wrong', setup?.code.toLowerCase().replaceAll('-', ' '), setup?.code]
    const outcomes = []
    for (const code of tries) {
      outcomes.push(
        await signInMethods.setUp({ ...user, code }, bare()).then(
          () => 'accepted',
          () => 'rejected',
        ),
      )
    }
    expect(outcomes).toEqual(['rejected', 'rejected', 'accepted', 'rejected'])
    expect(await signInMethods.openSetup()).toBeNull()
    expect(await users.list()).toMatchObject([{ email: 'olga@example.com', role: 'owner' }])
  })

  test('concurrent uses of one setup code create one owner', async () => {
    const database = await db()
    await database.deleteFrom('people').execute()
    const code = (await signInMethods.openSetup())?.code
    const tries = Array.from({ length: 5 }, (_, n) =>
      signInMethods.setUp({ code, name: 'N', email: `n${n}@example.com`, password: PASSWORD }, bare()),
    )
    const outcomes = await Promise.allSettled(tries)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await users.list()).toHaveLength(1)
    await database.deleteFrom('people').execute()
  })

  test('wrong setup codes never cost a password hash, and the right one still works after many', async () => {
    await (await db()).deleteFrom('people').execute()
    const code = (await signInMethods.openSetup())?.code ?? ''
    const input = { name: 'N', email: 'n@example.com', password: PASSWORD }
    const { hashes } = await countingHashes(async () => {
      for (let n = 0; n < 40; n++)
        expect((await problemOf(signInMethods.setUp({ ...input, code: `wrong ${n}` }, bare()))).code).toBe(
          'invalid_input',
        )
    })
    expect(hashes).toBe(0)
    const [a, b, c, d] = code.toLowerCase().split('-')
    const typed = ` ${a}–${b} ${c}\u00a0_ ${d}`.replaceAll('0', 'o').replaceAll('1', 'l')
    expect((await signInMethods.setUp({ ...input, code: typed }, bare())).person.name).toBe('N')
  })

  test('the setup code has 100 bits, in four groups', async () => {
    await (await db()).deleteFrom('people').execute()
    expect((await signInMethods.openSetup())?.code).toMatch(
      /^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/,
    )
  })

  test('records from before sign-in was enabled go to the first owner', async () => {
    const database = await db()
    await database.deleteFrom('people').execute()
    const use = { id: 'u1', person: 'local', kind: 'film', at: '2026', bytes: 0 } as const
    await database.insertInto('uses').values(use).execute()
    const owner = await makeOwner()
    const query = database.selectFrom('uses').select('person').where('id', '=', 'u1')
    expect(await query.execute()).toEqual([{ person: owner.person.id }])
  })

  test('a short password, an empty name and an invalid email are rejected at their fields', async () => {
    const input = { code: 'c', name: ' ', email: 'nobody', password: 'short' }
    const { details } = await problemOf(signInMethods.setUp(input, bare()))
    expect(Object.keys(details.errors ?? {}).toSorted()).toEqual(['email', 'name', 'password'])
  })
}
