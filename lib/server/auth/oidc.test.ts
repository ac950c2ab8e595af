import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import {
  bare,
  inTeamMode,
  makeMember,
  makeOwner,
  PASSWORD,
  principalOf,
  problemOf,
  withCookie,
  withToken,
} from '@/testing/auth/fixture'
import { type Claims, startProvider } from '@/testing/auth/oidc-provider'
import { getPrincipal, invitations, oidc, tokens, users } from './index'
import { signIn } from './sign-in'

let provider: Awaited<ReturnType<typeof startProvider>>

delete process.env.DATABASE_URL
inTeamMode(async () => {
  provider = await startProvider()
  return {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'promptreel',
    OIDC_CLIENT_SECRET: 'a client secret',
    OIDC_NAME: 'Example Ltd',
  }
})
afterAll(() => provider.close())

const cookiesOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** Goes to the provider and back as a browser does. Where one ends up, and as whom. */
async function signInByProvider(email: string, more: Partial<Claims> = {}) {
  provider.state.who = { sub: email, email, email_verified: true, name: 'By Provider', ...more }
  const begun = await oidc.begin(bare())
  const { headers } = await fetch(begun.url, { redirect: 'manual' })
  const back = await oidc.finish(
    new Request(headers.get('location') ?? '', { headers: bare({ cookie: cookiesOf(begun.headers) }) }),
  )
  const principal = await getPrincipal(bare({ cookie: cookiesOf(back.headers) }))
  return { to: back.headers.get('location'), id: principal?.id }
}

const refused = (reason: string) => ({
  to: expect.stringContaining(`/sign-in?error=${reason}`),
  id: undefined,
})

describe('by the company’s provider', () => {
  beforeEach(async () => {
    Object.assign(provider.state, { forged: false, withToken: true, claims: {} })
    await (await db()).deleteFrom('people').execute()
    await (await db()).deleteFrom('invitations').execute()
    await makeOwner()
  })

  test('nobody comes in who was not invited', async () => {
    expect(await signInByProvider('stranger@example.com')).toEqual(refused('not_invited'))
    expect(await users.list()).toHaveLength(1)
  })

  test('who was invited comes in, uses the invitation up, and comes in again', async () => {
    await invitations.create({ email: 'new@example.com' })
    const first = await signInByProvider('New@Example.com')
    expect(first).toEqual({ to: '/', id: expect.any(String) })
    expect(await invitations.list()).toEqual([])
    expect(await signInByProvider('New@Example.com')).toEqual(first)
    expect(await users.list()).toContainEqual(
      expect.objectContaining({ email: 'new@example.com', role: 'member', name: 'By Provider' }),
    )
  })

  test('who has an account is the same person, and keeps the password', async () => {
    const { person: user } = await makeMember('mei@example.com')
    expect(await signInByProvider('mei@example.com')).toEqual({ to: '/', id: user.id })
    expect((await signIn({ email: 'mei@example.com', password: PASSWORD }, bare())).person.id).toBe(user.id)
  })

  test('an address that the provider has not verified is nobody’s', async () => {
    await makeMember('mei@example.com')
    await invitations.create({ email: 'new@example.com' })
    for (const email of ['mei@example.com', 'new@example.com']) {
      expect((await signInByProvider(email, { email_verified: false })).id).toBeUndefined()
    }
    expect(await invitations.list()).toHaveLength(1)
  })

  test('whose access was ended stays out until they are invited again, and comes back as a member', async () => {
    await invitations.create({ email: 'ex@example.com' })
    const { id = '' } = await signInByProvider('ex@example.com')
    await users.setRole(id, { role: 'owner' })
    await users.end(id)
    expect(await signInByProvider('ex@example.com')).toEqual(refused('not_invited'))
    await invitations.create({ email: 'ex@example.com' })
    expect(await signInByProvider('ex@example.com')).toEqual({ to: '/', id })
    expect(await users.list()).toContainEqual(expect.objectContaining({ id, role: 'member', endedAt: null }))
    expect(await invitations.list()).toEqual([])
  })

  test('nothing that was made while the access was being ended comes back to life by the provider', async () => {
    const member = await makeMember('ex@example.com')
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
    await invitations.create({ email: 'ex@example.com' })
    expect(await signInByProvider('ex@example.com')).toEqual({ to: '/', id: member.person.id })
    expect([await getPrincipal(withCookie(member)), await getPrincipal(withToken(token))]).toEqual([
      null,
      null,
    ])
    expect((await problemOf(signIn({ email: 'ex@example.com', password: PASSWORD }, bare()))).code).toBe(
      'unauthenticated',
    )
  })

  test('a link for a new password that ended with the access does not let them in by the provider', async () => {
    const { person: user } = await makeMember('ex@example.com')
    const database = await db()
    await invitations.create({ email: 'ex@example.com' })
    const row = await database.selectFrom('invitations').selectAll().executeTakeFirstOrThrow()
    await users.end(user.id)
    await database.insertInto('invitations').values(row).execute() // as by a process that had begun before
    expect(await signInByProvider('ex@example.com')).toEqual(refused('not_invited'))
  })

  describe('another subject under a known address', () => {
    const link = async () => (await users.list()).find(({ email }) => email === 'kai@example.com')?.link

    test('is not that person before an owner has said so, and is then, instead of the first', async () => {
      const { person: user } = await makeMember('kai@example.com')
      await signInByProvider('kai@example.com', { sub: 'first' })
      const second = () => signInByProvider('Kai@example.com', { sub: 'second', name: 'Kai\u202e II' })
      expect(await second()).toEqual(refused('owner_asked'))
      const asked = await link()
      expect(asked).toMatchObject({ subject: 'second', name: 'Kai II' })
      expect(await second()).toEqual(refused('owner_asked'))
      expect(await link()).toEqual(asked)
      await users.update(user.id, { link: { id: asked?.id, allow: true } })
      expect([await link(), await second()]).toEqual([null, { to: '/', id: user.id }])
      expect(await signInByProvider('kai@example.com', { sub: 'first' })).toEqual(refused('owner_asked'))
    })

    test('stays out when the owner says no, and an answer holds for the one who was seen', async () => {
      const { person: user } = await makeMember('kai@example.com')
      await signInByProvider('kai@example.com', { sub: 'first' })
      await signInByProvider('kai@example.com', { sub: 'second' })
      const seen = await link()
      await signInByProvider('kai@example.com', { sub: 'third' })
      const answer = users.update(user.id, { link: { id: seen?.id, allow: true } })
      expect((await problemOf(answer)).code).toBe('not_found')
      await users.update(user.id, { link: { id: (await link())?.id, allow: false } })
      expect(await link()).toBeNull()
      expect(await signInByProvider('kai@example.com', { sub: 'second' })).toEqual(refused('owner_asked'))
      expect(await signInByProvider('kai@example.com', { sub: 'first' })).toEqual({ to: '/', id: user.id })
    })

    test('a subject that is known stays that person under another address', async () => {
      const { person: user } = await makeMember('kai@example.com')
      await signInByProvider('kai@example.com', { sub: 'first' })
      expect(await signInByProvider('kai.married@example.com', { sub: 'first' })).toEqual({
        to: '/',
        id: user.id,
      })
    })
  })

  test('a name from the provider is cleaned', async () => {
    await invitations.create({ email: 'new@example.com' })
    await signInByProvider('new@example.com', { name: '\u202eOl\u200bga\n  M. \u0000' })
    expect(await users.list()).toContainEqual(expect.objectContaining({ name: 'Olga M.' }))
  })

  test('whoever has no name that is seen goes by their address', async () => {
    await invitations.create({ email: 'new@example.com' })
    await signInByProvider('new@example.com', { name: '\u3164' })
    expect(await users.list()).toContainEqual(expect.objectContaining({ name: 'new@example.com' }))
  })

  test('nobody comes in without an ID token, whatever the provider says elsewhere', async () => {
    await makeMember('mei@example.com')
    provider.state.withToken = false
    expect((await signInByProvider('mei@example.com')).id).toBeUndefined()
  })

  test('an address that is not in the token is asked for, and believed of the same subject alone', async () => {
    const { person: user } = await makeMember('mei@example.com')
    provider.state.claims = { email: undefined }
    expect(await signInByProvider('mei@example.com')).toEqual({ to: '/', id: user.id })
    provider.state.claims = { email: undefined, sub: 'somebody else' }
    expect((await signInByProvider('mei@example.com')).id).toBeUndefined()
  })

  test.each([
    [{ aud: 'promptreel', azp: 'promptreel' }, true],
    [{ aud: ['promptreel', 'mail'], azp: 'promptreel' }, true],
    [{ aud: ['promptreel'] }, true],
    [{ aud: ['promptreel', 'mail'] }, false],
    [{ aud: ['promptreel', 'mail'], azp: 'mail' }, false],
    [{ aud: 'promptreel', azp: 'mail' }, false],
    [{ aud: 'mail' }, false],
  ])('a token with %o comes in: %s', async (claims, comes) => {
    await makeMember('mei@example.com')
    provider.state.claims = claims
    expect((await signInByProvider('mei@example.com')).id !== undefined).toBe(comes)
  })

  test('a token that the provider did not sign opens nothing', async () => {
    await makeMember('mei@example.com')
    provider.state.forged = true
    expect((await signInByProvider('mei@example.com')).id).toBeUndefined()
  })

  test('the way back works only in the browser that set out', async () => {
    await makeMember('mei@example.com')
    provider.state.who = { sub: 's', email: 'mei@example.com', email_verified: true, name: 'M' }
    const { url } = await oidc.begin(bare())
    const { headers } = await fetch(url, { redirect: 'manual' })
    const back = await oidc.finish(new Request(headers.get('location') ?? '', { headers: bare() }))
    expect(back.headers.get('location')).toBe('/sign-in?error=state_mismatch')
    expect(await getPrincipal(bare({ cookie: cookiesOf(back.headers) }))).toBeNull()
  })

  test('nothing that the provider gives is kept but who it is', async () => {
    await makeMember('mei@example.com')
    await signInByProvider('mei@example.com')
    const rows = await (await db())
      .selectFrom('accounts')
      .selectAll()
      .where('provider', '=', 'oidc')
      .execute()
    expect(rows).toMatchObject([
      { access_token: null, refresh_token: null, id_token: null, subject: 'mei@example.com' },
    ])
  })
})
