import { expect, test } from 'vitest'
import { getPrincipal, invitations, signInMethods, tokens, users } from '@/lib/server/auth'
import { db, quota } from '@/lib/server/db'
import { bare, makeMember, owned, PASSWORD, principalOf, problemOf, withCookie, withToken } from './fixture'

/** Nothing is left of a user's access once an owner has ended it. */
export function endedContract(): void {
  const studio = owned()
  const userOf = async (id: string) => (await users.list()).find((user) => user.id === id)
  const codeOf = ({ link }: { link: string }) => link.split('/').at(-1)
  const joinBy = (made: { link: string }) =>
    signInMethods.join({ code: codeOf(made), name: 'Back', password: PASSWORD }, bare())

  test('ending a user’s access ends their sessions and tokens for good, even if the user is invited back', async () => {
    const member = await makeMember('leaver@example.com')
    const { token } = await tokens.create({ name: 'x' }, await principalOf(member))
    await users.end(member.person.id)
    const ended = async () => [await getPrincipal(withCookie(member)), await getPrincipal(withToken(token))]
    expect(await ended()).toEqual([null, null])
    const back = await makeMember('leaver@example.com')
    expect(back.person.id).toBe(member.person.id)
    expect(await getPrincipal(withCookie(back))).toMatchObject({ id: member.person.id })
    expect(await ended()).toEqual([null, null])
  })

  test('an owner whose access is ended loses the role and is a member when invited back', async () => {
    const { id } = (await makeMember('former@example.com')).person
    await users.setRole(id, { role: 'owner' })
    await users.end(id)
    expect(await userOf(id)).toMatchObject({ role: 'member', endedAt: expect.any(String) })
    await makeMember('former@example.com')
    expect(await userOf(id)).toMatchObject({ role: 'member', endedAt: null })
  })

  test('an invitation created before the access ended no longer works', async () => {
    const { person: user } = await makeMember('link@example.com')
    const link = await invitations.create({ email: 'Link@Example.com' })
    await users.end(user.id)
    expect((await problemOf(joinBy(link))).code).toBe('not_found')
    const left = (await db()).selectFrom('invitations').select('id').where('email', '=', 'link@example.com')
    expect(await left.execute()).toEqual([])
  })

  test('an invitation created while the access was being ended does not work', async () => {
    const { person: user } = await makeMember('race@example.com')
    const link = await invitations.create({ email: 'race@example.com' })
    const database = await db()
    const row = await database
      .selectFrom('invitations')
      .selectAll()
      .where('email', '=', 'race@example.com')
      .executeTakeFirstOrThrow()
    await users.end(user.id)
    await database.insertInto('invitations').values(row).execute() // as by a process that had started earlier
    expect(await invitations.find(codeOf(link) ?? '')).toBeUndefined()
    expect((await problemOf(joinBy(link))).code).toBe('not_found')
    expect((await invitations.list()).map(({ email }) => email)).not.toContain('race@example.com')
    expect((await joinBy(await invitations.create({ email: 'race@example.com' }))).person.id).toBe(user.id)
  })

  test('a session and a token created while the access was being ended do not work', async () => {
    const member = await makeMember('late-session@example.com')
    const { token } = await tokens.create({ name: 'x' }, await principalOf(member))
    const database = await db()
    const mine = ['person', '=', member.person.id] as const
    const session = await database
      .selectFrom('sessions')
      .selectAll()
      .where(...mine)
      .executeTakeFirstOrThrow()
    const row = await database
      .selectFrom('tokens')
      .selectAll()
      .where(...mine)
      .executeTakeFirstOrThrow()
    await users.end(member.person.id)
    await database.insertInto('sessions').values(session).execute()
    await database.insertInto('tokens').values(row).execute()
    const principals = async () => [
      await getPrincipal(withCookie(member)),
      await getPrincipal(withToken(token)),
    ]
    expect(await principals()).toEqual([null, null])
    await makeMember('late-session@example.com')
    expect(await principals()).toEqual([null, null])
  })

  test('accepting an invitation while the access is being ended neither deadlocks nor leaves access', async () => {
    for (let round = 0; round < 4; round++) {
      const email = `both-${round}@example.com`
      const { person: user } = await makeMember(email)
      const link = await invitations.create({ email })
      const [joined, ended] = await Promise.allSettled([joinBy(link), users.end(user.id)])
      expect(ended.status).toBe('fulfilled')
      expect(await userOf(user.id)).toMatchObject({ role: 'member', endedAt: expect.any(String) })
      if (joined.status === 'fulfilled') expect(await getPrincipal(withCookie(joined.value))).toBeNull()
      else expect(joined.reason).toMatchObject({ code: 'not_found' })
    }
  })

  test('a user’s limits still apply when the user is invited back', async () => {
    const { id } = (await makeMember('limited@example.com')).person
    await quota.setLimits(id, [['perDay', 0]])
    await users.end(id)
    await makeMember('limited@example.com')
    expect(await quota.limits(id)).toContainEqual({ person: id, name: 'perDay', most: 0 })
  })

  test('the last active owner cannot be removed, even if there are former owners', async () => {
    const { id } = (await makeMember('second-owner@example.com')).person
    await users.setRole(id, { role: 'owner' })
    await users.end(id)
    expect((await problemOf(users.end(studio.owner.person.id))).code).toBe('forbidden')
    expect((await problemOf(users.setRole(id, { role: 'owner' }))).code).toBe('not_found')
  })
}
