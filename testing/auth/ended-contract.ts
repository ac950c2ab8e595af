import { expect, test } from 'vitest'
import { entrance, invitations, people, tokens, whoAsks } from '@/lib/server/auth'
import { allowance, db } from '@/lib/server/db'
import { bare, makeMember, owned, PASSWORD, problemOf, visitorOf, withCookie, withToken } from './fixture'

/** What is left of a person's access when an owner has ended it: nothing. */
export function endedContract(): void {
  const studio = owned()
  const personOf = async (id: string) => (await people.list()).find((person) => person.id === id)
  const codeOf = ({ link }: { link: string }) => link.split('/').at(-1)
  const joinBy = (made: { link: string }) =>
    entrance.join({ code: codeOf(made), name: 'Back', password: PASSWORD }, bare())

  test('sessions and tokens end at once, and do not come back with their person', async () => {
    const member = await makeMember('leaver@example.com')
    const { token } = await tokens.create({ name: 'x' }, await visitorOf(member))
    await people.end(member.person.id)
    const ended = async () => [await whoAsks(withCookie(member)), await whoAsks(withToken(token))]
    expect(await ended()).toEqual([null, null])
    const back = await makeMember('leaver@example.com')
    expect(back.person.id).toBe(member.person.id)
    expect(await whoAsks(withCookie(back))).toMatchObject({ id: member.person.id })
    expect(await ended()).toEqual([null, null])
  })

  test('an owner whose access is ended owns nothing, and comes back as a member', async () => {
    const { id } = (await makeMember('former@example.com')).person
    await people.setRole(id, { role: 'owner' })
    await people.end(id)
    expect(await personOf(id)).toMatchObject({ role: 'member', endedAt: expect.any(String) })
    await makeMember('former@example.com')
    expect(await personOf(id)).toMatchObject({ role: 'member', endedAt: null })
  })

  test('a link that was made for their address before lets nobody in', async () => {
    const { person } = await makeMember('link@example.com')
    const link = await invitations.create({ email: 'Link@Example.com' })
    await people.end(person.id)
    expect((await problemOf(joinBy(link))).code).toBe('not_found')
    const left = (await db()).selectFrom('invitations').select('id').where('email', '=', 'link@example.com')
    expect(await left.execute()).toEqual([])
  })

  test('nor does one that was made while their access was being ended', async () => {
    const { person } = await makeMember('race@example.com')
    const link = await invitations.create({ email: 'race@example.com' })
    const database = await db()
    const row = await database
      .selectFrom('invitations')
      .selectAll()
      .where('email', '=', 'race@example.com')
      .executeTakeFirstOrThrow()
    await people.end(person.id)
    await database.insertInto('invitations').values(row).execute() // as by a process that had begun before
    expect(await invitations.find(codeOf(link) ?? '')).toBeUndefined()
    expect((await problemOf(joinBy(link))).code).toBe('not_found')
    expect((await invitations.list()).map(({ email }) => email)).not.toContain('race@example.com')
    expect((await joinBy(await invitations.create({ email: 'race@example.com' }))).person.id).toBe(person.id)
  })

  test('a session and a token that were made while it was being ended stay dead', async () => {
    const member = await makeMember('late-session@example.com')
    const { token } = await tokens.create({ name: 'x' }, await visitorOf(member))
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
    await people.end(member.person.id)
    await database.insertInto('sessions').values(session).execute()
    await database.insertInto('tokens').values(row).execute()
    const dead = async () => [await whoAsks(withCookie(member)), await whoAsks(withToken(token))]
    expect(await dead()).toEqual([null, null])
    await makeMember('late-session@example.com')
    expect(await dead()).toEqual([null, null])
  })

  test('using a link and ending the access at once leaves one of both, and never hangs', async () => {
    for (let round = 0; round < 4; round++) {
      const email = `both-${round}@example.com`
      const { person } = await makeMember(email)
      const link = await invitations.create({ email })
      const [joined, ended] = await Promise.allSettled([joinBy(link), people.end(person.id)])
      expect(ended.status).toBe('fulfilled')
      expect(await personOf(person.id)).toMatchObject({ role: 'member', endedAt: expect.any(String) })
      if (joined.status === 'fulfilled') expect(await whoAsks(withCookie(joined.value))).toBeNull()
      else expect(joined.reason).toMatchObject({ code: 'not_found' })
    }
  })

  test('the limits that were set for a person hold when they come back', async () => {
    const { id } = (await makeMember('limited@example.com')).person
    await allowance.setLimits(id, [['perDay', 0]])
    await people.end(id)
    await makeMember('limited@example.com')
    expect(await allowance.limits(id)).toContainEqual({ person: id, name: 'perDay', most: 0 })
  })

  test('the only owner stays, also beside owners who have left', async () => {
    const { id } = (await makeMember('second-owner@example.com')).person
    await people.setRole(id, { role: 'owner' })
    await people.end(id)
    expect((await problemOf(people.end(studio.owner.person.id))).code).toBe('forbidden')
    expect((await problemOf(people.setRole(id, { role: 'owner' }))).code).toBe('not_found')
  })
}
