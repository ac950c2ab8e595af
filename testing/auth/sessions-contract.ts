import { expect, test } from 'vitest'
import { getPrincipal, invitations, sessions, signInMethods, tokens, users } from '@/lib/server/auth'
import { db } from '@/lib/server/db'
import {
  afterVerifying,
  bare,
  makeMember,
  owned,
  PASSWORD,
  principalOf,
  problemOf,
  withCookie,
  withToken,
} from './fixture'

/** Lifetime of sessions, tokens and roles. */
export function sessionsContract(): void {
  const studio = owned()

  test('accepting an invitation as an existing member sets a new password and ends sessions and tokens', async () => {
    const before = await makeMember('lost@example.com', 'Lo')
    const principal = await principalOf(before)
    const { token } = await tokens.create({ name: 'script' }, principal)
    const { link } = await invitations.create({ email: 'lost@example.com' })
    const input = { code: link.split('/').at(-1), name: 'Lola', password: 'another long password' }
    const after = await signInMethods.join(input, bare())
    expect(after.person).toEqual({ id: before.person.id, name: 'Lola' })
    expect([await getPrincipal(withCookie(before)), await getPrincipal(withToken(token))]).toEqual([
      null,
      null,
    ])
    expect(
      (await problemOf(signInMethods.signIn({ email: 'lost@example.com', password: PASSWORD }, bare()))).code,
    ).toBe('unauthenticated')
  })

  test('a user changes their own name, and only the name', async () => {
    const member = await makeMember('nora@example.com', 'Nora')
    const { id } = await principalOf(member)
    await users.rename(id, { name: '  诺拉 ' })
    expect(await getPrincipal(withCookie(member))).toMatchObject({ id, name: '诺拉', role: 'member' })
    for (const body of [{}, { name: '' }, { name: 'a\nb' }, { name: 'N', role: 'owner' }])
      expect((await problemOf(users.rename(id, body))).code).toBe('invalid_input')
    expect((await problemOf(users.rename('nobody', { name: 'N' }))).code).toBe('not_found')
    expect(await getPrincipal(withCookie(member))).toMatchObject({ name: '诺拉', role: 'member' })
  })

  test('a token acts as its user until it is revoked, and only its hash is stored', async () => {
    const member = await principalOf(await makeMember('token@example.com'))
    const { id, token, start } = await tokens.create({ name: 'nightly' }, member)
    expect(token).toMatch(/^prl_[\w-]{43}$/)
    expect(token.startsWith(start)).toBe(true)
    expect(await getPrincipal(withToken(token))).toMatchObject({
      id: member.id,
      role: 'member',
      via: 'token',
    })
    expect((await tokens.list(member))[0]?.lastUsedAt).not.toBeNull()
    const rows = await (await db()).selectFrom('tokens').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
    expect((await problemOf(tokens.revoke(id, { id: studio.owner.person.id }))).code).toBe('not_found')
    await tokens.revoke(id, member)
    expect(await getPrincipal(withToken(token))).toBeNull()
  })

  test('there is always an owner, even when two owners demote each other at once', async () => {
    expect((await problemOf(users.end(studio.owner.person.id))).code).toBe('forbidden')
    expect((await problemOf(users.setRole(studio.owner.person.id, { role: 'member' }))).code).toBe(
      'forbidden',
    )
    const second = (await makeMember('second@example.com')).person.id
    for (let round = 0; round < 5; round++) {
      await users.setRole(studio.owner.person.id, { role: 'owner' })
      await users.setRole(second, { role: 'owner' })
      await Promise.allSettled([
        users.setRole(second, { role: 'member' }),
        users.setRole(studio.owner.person.id, { role: 'member' }),
      ])
      const owners = (await users.list()).filter(({ role, endedAt }) => role === 'owner' && !endedAt)
      expect(owners).toHaveLength(1)
    }
    await users.setRole(studio.owner.person.id, { role: 'owner' })
  })

  test('changing the password ends all other sessions and keeps the current one', async () => {
    const here = await makeMember('change@example.com')
    const input = { email: 'change@example.com', password: PASSWORD }
    const elsewhere = await signInMethods.signIn(input, bare({ 'user-agent': 'Elsewhere' }))
    const principal = await principalOf(here)
    expect((await sessions.list(principal)).map(({ browser, current }) => [browser, current])).toEqual([
      ['Elsewhere', false],
      ['', true],
    ])
    const change = (current: string) =>
      sessions.changePassword({ current, password: 'a completely new one' }, principal, withCookie(here))
    expect((await problemOf(change('not mine at all'))).code).toBe('invalid_input')
    const headers = await change(PASSWORD)
    expect(await getPrincipal(withCookie(elsewhere))).toBeNull()
    expect(await getPrincipal(withCookie({ ...here, headers }))).toMatchObject({ id: here.person.id })
    expect((await problemOf(signInMethods.signIn(input, bare()))).code).toBe('unauthenticated')
  })

  test.each(['revoke', 'keep', undefined])(
    'a new password, changed or reset by invitation, revokes tokens unless the user keeps them (%s)',
    async (tokensAfter) => {
      const email = `tokens-${tokensAfter}@example.com`
      const here = await makeMember(email)
      const principal = await principalOf(here)
      const after = tokensAfter === undefined ? {} : { tokens: tokensAfter }
      const first = await tokens.create({ name: 'first' }, principal)
      const input = { current: PASSWORD, password: 'a completely new one', ...after }
      const headers = await sessions.changePassword(input, principal, withCookie(here))
      const holds = async (token: string) => (await getPrincipal(withToken(token))) !== null
      expect(await holds(first.token)).toBe(tokensAfter === 'keep')

      const second = await tokens.create({ name: 'second' }, await principalOf({ ...here, headers }))
      const { link } = await invitations.create({ email })
      await signInMethods.join(
        { code: link.split('/').at(-1), name: 'N', password: PASSWORD, ...after },
        bare(),
      )
      expect(await holds(second.token)).toBe(tokensAfter === 'keep')
    },
  )

  test('signing in with the old password fails if another process changes it meanwhile', async () => {
    const email = 'meanwhile@example.com'
    const principal = await principalOf(await makeMember(email))
    const change = async () => {
      const database = await db()
      const mine = database.updateTable('accounts').where('person', '=', principal.id)
      await mine.set({ password: 'another hash' }).execute()
      await database.deleteFrom('sessions').where('person', '=', principal.id).execute()
    }
    const entering = afterVerifying(change, () => signInMethods.signIn({ email, password: PASSWORD }, bare()))
    expect((await problemOf(entering)).code).toBe('unauthenticated')
    expect(await sessions.list(principal)).toEqual([])
  })

  test('of two concurrent password changes, one fails because the current password is no longer right', async () => {
    const here = await makeMember('twice@example.com')
    const principal = await principalOf(here)
    const change = { current: PASSWORD, password: 'a completely new one' }
    const outcomes = await Promise.allSettled(
      [1, 2].map(() => sessions.changePassword(change, principal, withCookie(here))),
    )
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await sessions.list(principal)).toHaveLength(1)
  })

  test('a session can be ended only by its own user', async () => {
    const [one, other] = [await makeMember('one@example.com'), await makeMember('other@example.com')]
    const principal = await principalOf(one)
    expect((await problemOf(sessions.end(principal.session, await principalOf(other)))).code).toBe(
      'not_found',
    )
    await sessions.end(principal.session, principal)
    expect(await getPrincipal(withCookie(one))).toBeNull()
  })

  test('an expired session identifies nobody', async () => {
    const member = await makeMember('late@example.com')
    const past = { expires_at: new Date(Date.now() - 1_000).toISOString() }
    await (await db()).updateTable('sessions').set(past).where('person', '=', member.person.id).execute()
    expect(await getPrincipal(withCookie(member))).toBeNull()
  })
}
