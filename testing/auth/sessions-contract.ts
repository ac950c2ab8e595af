import { expect, test } from 'vitest'
import { entrance, invitations, people, sessions, tokens, whoAsks } from '@/lib/server/auth'
import { db } from '@/lib/server/db'
import {
  afterVerifying,
  bare,
  makeMember,
  owned,
  PASSWORD,
  problemOf,
  visitorOf,
  withCookie,
  withToken,
} from './fixture'

/** How long what speaks for a person does so: tokens, sessions, roles. */
export function stayingContract(): void {
  const studio = owned()

  test('for someone who is here, an invitation sets a new password and ends all that was open', async () => {
    const before = await makeMember('lost@example.com', 'Lo')
    const visitor = await visitorOf(before)
    const { token } = await tokens.create({ name: 'script' }, visitor)
    const { link } = await invitations.create({ email: 'lost@example.com' })
    const wish = { code: link.split('/').at(-1), name: 'Lola', password: 'another long password' }
    const after = await entrance.join(wish, bare())
    expect(after.person).toEqual({ id: before.person.id, name: 'Lola' })
    expect([await whoAsks(withCookie(before)), await whoAsks(withToken(token))]).toEqual([null, null])
    expect(
      (await problemOf(entrance.signIn({ email: 'lost@example.com', password: PASSWORD }, bare()))).code,
    ).toBe('unauthenticated')
  })

  test('a token acts as its person until it is revoked, and is kept as a hash alone', async () => {
    const member = await visitorOf(await makeMember('token@example.com'))
    const { id, token, start } = await tokens.create({ name: 'nightly' }, member)
    expect(token).toMatch(/^prl_[\w-]{43}$/)
    expect(token.startsWith(start)).toBe(true)
    expect(await whoAsks(withToken(token))).toEqual({ id: member.id, role: 'member', via: 'token' })
    expect((await tokens.list(member))[0]?.lastUsedAt).not.toBeNull()
    const rows = await (await db()).selectFrom('tokens').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
    expect((await problemOf(tokens.revoke(id, { id: studio.owner.person.id }))).code).toBe('not_found')
    await tokens.revoke(id, member)
    expect(await whoAsks(withToken(token))).toBeNull()
  })

  test('there is always an owner, also when two end each other at once', async () => {
    expect((await problemOf(people.end(studio.owner.person.id))).code).toBe('forbidden')
    expect((await problemOf(people.setRole(studio.owner.person.id, { role: 'member' }))).code).toBe(
      'forbidden',
    )
    const second = (await makeMember('second@example.com')).person.id
    for (let round = 0; round < 5; round++) {
      await people.setRole(studio.owner.person.id, { role: 'owner' })
      await people.setRole(second, { role: 'owner' })
      await Promise.allSettled([
        people.setRole(second, { role: 'member' }),
        people.setRole(studio.owner.person.id, { role: 'member' }),
      ])
      const owners = (await people.list()).filter(({ role, endedAt }) => role === 'owner' && !endedAt)
      expect(owners).toHaveLength(1)
    }
    await people.setRole(studio.owner.person.id, { role: 'owner' })
  })

  test('a new password ends all other sessions and keeps this one', async () => {
    const here = await makeMember('change@example.com')
    const wish = { email: 'change@example.com', password: PASSWORD }
    const elsewhere = await entrance.signIn(wish, bare({ 'user-agent': 'Elsewhere' }))
    const visitor = await visitorOf(here)
    expect((await sessions.list(visitor)).map(({ browser, current }) => [browser, current])).toEqual([
      ['Elsewhere', false],
      ['', true],
    ])
    const change = (current: string) =>
      sessions.changePassword({ current, password: 'a completely new one' }, visitor, withCookie(here))
    expect((await problemOf(change('not mine at all'))).code).toBe('invalid_input')
    const headers = await change(PASSWORD)
    expect(await whoAsks(withCookie(elsewhere))).toBeNull()
    expect(await whoAsks(withCookie({ ...here, headers }))).toMatchObject({ id: here.person.id })
    expect((await problemOf(entrance.signIn(wish, bare()))).code).toBe('unauthenticated')
  })

  test.each(['revoke', 'keep', undefined])(
    'a new password ends tokens unless they are to be kept, changed or by a link: %s',
    async (tokensAfter) => {
      const email = `tokens-${tokensAfter}@example.com`
      const here = await makeMember(email)
      const visitor = await visitorOf(here)
      const after = tokensAfter === undefined ? {} : { tokens: tokensAfter }
      const first = await tokens.create({ name: 'first' }, visitor)
      const wish = { current: PASSWORD, password: 'a completely new one', ...after }
      const headers = await sessions.changePassword(wish, visitor, withCookie(here))
      const holds = async (token: string) => (await whoAsks(withToken(token))) !== null
      expect(await holds(first.token)).toBe(tokensAfter === 'keep')

      const second = await tokens.create({ name: 'second' }, await visitorOf({ ...here, headers }))
      const { link } = await invitations.create({ email })
      await entrance.join({ code: link.split('/').at(-1), name: 'N', password: PASSWORD, ...after }, bare())
      expect(await holds(second.token)).toBe(tokensAfter === 'keep')
    },
  )

  test('who signs in with the old password while another process changes it is not in afterwards', async () => {
    const email = 'meanwhile@example.com'
    const visitor = await visitorOf(await makeMember(email))
    const change = async () => {
      const database = await db()
      const mine = database.updateTable('accounts').where('person', '=', visitor.id)
      await mine.set({ password: 'another hash' }).execute()
      await database.deleteFrom('sessions').where('person', '=', visitor.id).execute()
    }
    const entering = afterVerifying(change, () => entrance.signIn({ email, password: PASSWORD }, bare()))
    expect((await problemOf(entering)).code).toBe('unauthenticated')
    expect(await sessions.list(visitor)).toEqual([])
  })

  test('of two who change a password at once, one is told that it is no longer right', async () => {
    const here = await makeMember('twice@example.com')
    const visitor = await visitorOf(here)
    const change = { current: PASSWORD, password: 'a completely new one' }
    const ends = await Promise.allSettled(
      [1, 2].map(() => sessions.changePassword(change, visitor, withCookie(here))),
    )
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await sessions.list(visitor)).toHaveLength(1)
  })

  test('a session is ended by its person alone', async () => {
    const [one, other] = [await makeMember('one@example.com'), await makeMember('other@example.com')]
    const visitor = await visitorOf(one)
    expect((await problemOf(sessions.end(visitor.session, await visitorOf(other)))).code).toBe('not_found')
    await sessions.end(visitor.session, visitor)
    expect(await whoAsks(withCookie(one))).toBeNull()
  })

  test('a session that has run out says nothing', async () => {
    const member = await makeMember('late@example.com')
    const past = { expires_at: new Date(Date.now() - 1_000).toISOString() }
    await (await db()).updateTable('sessions').set(past).where('person', '=', member.person.id).execute()
    expect(await whoAsks(withCookie(member))).toBeNull()
  })
}
