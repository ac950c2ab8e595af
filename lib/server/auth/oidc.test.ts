import { afterAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { db } from '@/lib/server/db'
import { cookiesOf, envOf, refused, signInAt } from '@/testing/auth/by-provider'
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
import { startHttpProxy, withProxies } from '@/testing/outgoing/proxy'
import { getPrincipal, invitations, oidc, tokens, users } from './index'
import { signIn } from './sign-in'

let provider: Awaited<ReturnType<typeof startProvider>>

delete process.env.DATABASE_URL
inTeamMode(async () => {
  provider = await startProvider()
  return envOf(provider)
})
afterAll(() => provider.close())

const signInByProvider = (email: string, more: Partial<Claims> = {}, to?: string) =>
  signInAt(provider, email, more, to)

describe('signing in through the company’s provider', () => {
  beforeEach(async () => {
    Object.assign(provider.state, { forged: false, withToken: true, claims: {}, userinfo: {} })
    await (await db()).deleteFrom('people').execute()
    await (await db()).deleteFrom('invitations').execute()
    await makeOwner()
  })

  test('is refused without an invitation', async () => {
    expect(await signInByProvider('stranger@example.com')).toEqual(refused('not_invited'))
    expect(await users.list()).toHaveLength(1)
  })

  test('asks the provider through the proxy, where there is one', async () => {
    const { person: user } = await makeMember('mei@example.com')
    const proxy = await startHttpProxy()
    onTestFinished(proxy.close)
    withProxies({ HTTP_PROXY: proxy.host })
    provider.state.claims = { email: undefined } // so that userinfo is asked as well
    expect(await signInByProvider('mei@example.com')).toEqual({ to: '/', id: user.id })
    const asked = proxy.asked.map(({ method, target }) => `${method} ${target.replace(provider.issuer, '')}`)
    expect(asked).toEqual(expect.arrayContaining(['POST /token', 'GET /userinfo']))
  })

  test('consumes an invitation the first time and works again afterwards', async () => {
    await invitations.create({ email: 'new@example.com' })
    const first = await signInByProvider('New@Example.com')
    expect(first).toEqual({ to: '/', id: expect.any(String) })
    expect(await invitations.list()).toEqual([])
    expect(await signInByProvider('New@Example.com')).toEqual(first)
    expect(await users.list()).toContainEqual(
      expect.objectContaining({ email: 'new@example.com', role: 'member', name: 'By Provider' }),
    )
  })

  test('links to an existing account, which keeps its password', async () => {
    const { person: user } = await makeMember('mei@example.com')
    expect(await signInByProvider('mei@example.com')).toEqual({ to: '/', id: user.id })
    expect((await signIn({ email: 'mei@example.com', password: PASSWORD }, bare())).person.id).toBe(user.id)
  })

  test.each(['/g/01JD', '/?q=koala&show=team', '/account'])(
    'ends at %s if that was asked for',
    async (to) => {
      const { person: user } = await makeMember('mei@example.com')
      expect(await signInByProvider('mei@example.com', {}, to)).toEqual({ to, id: user.id })
      await users.end(user.id)
      const refusal = await signInByProvider('mei@example.com', {}, to)
      expect(refusal.to).toContain(`/sign-in?to=${encodeURIComponent(to)}&error=not_invited`)
    },
  )

  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/sign-in'])(
    'ends in the studio, never at %s',
    async (to) => {
      const { person: user } = await makeMember('mei@example.com')
      expect(await signInByProvider('mei@example.com', {}, to)).toEqual({ to: '/', id: user.id })
    },
  )

  test.each([
    ['doesn’t say whether the address is verified', undefined, 'email_not_stated'],
    ['sends null for it', null, 'email_not_stated'],
    ['says that it isn’t', false, 'email_not_verified'],
    ['says so as a text', 'false', 'email_not_verified'],
  ])('is refused for its own reason when the provider %s', async (_, email_verified, reason) => {
    await makeMember('mei@example.com')
    await invitations.create({ email: 'new@example.com' })
    provider.state.claims = { email_verified }
    for (const email of ['mei@example.com', 'new@example.com'])
      expect(await signInByProvider(email)).toEqual(refused(reason))
    expect(await invitations.list()).toHaveLength(1)
  })

  test.each([
    ['leaves the address out everywhere', undefined],
    ['has an empty one', ''],
    ['has null for one', null],
  ])('is refused for its own reason when the provider %s', async (_, email) => {
    await makeMember('mei@example.com')
    provider.state.claims = { email }
    provider.state.userinfo = { email }
    expect(await signInByProvider('mei@example.com')).toEqual(refused('email_not_found'))
    expect(await users.list()).toHaveLength(2)
  })

  test('is refused for a former member until they are invited again, then makes them a member', async () => {
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

  test('restores nothing that was created while the access was being ended', async () => {
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

  test('is refused with a new-password link that expired with the access', async () => {
    const { person: user } = await makeMember('ex@example.com')
    const database = await db()
    await invitations.create({ email: 'ex@example.com' })
    const row = await database.selectFrom('invitations').selectAll().executeTakeFirstOrThrow()
    await users.end(user.id)
    await database.insertInto('invitations').values(row).execute() // as by a process that started earlier
    expect(await signInByProvider('ex@example.com')).toEqual(refused('not_invited'))
  })

  describe('with another subject under a known address', () => {
    const link = async () => (await users.list()).find(({ email }) => email === 'kai@example.com')?.link

    test('needs an owner’s approval, then replaces the first subject', async () => {
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

    test('is refused when an owner declines; an answer applies only to the subject the owner saw', async () => {
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

    test('recognises a known subject under another address', async () => {
      const { person: user } = await makeMember('kai@example.com')
      await signInByProvider('kai@example.com', { sub: 'first' })
      expect(await signInByProvider('kai.married@example.com', { sub: 'first' })).toEqual({
        to: '/',
        id: user.id,
      })
    })
  })

  test('cleans the name from the provider', async () => {
    await invitations.create({ email: 'new@example.com' })
    await signInByProvider('new@example.com', { name: '\u202eOl\u200bga\n  M. \u0000' })
    expect(await users.list()).toContainEqual(expect.objectContaining({ name: 'Olga M.' }))
  })

  test.each(['\u3164', '\ue000', '\u0301'])(
    'uses the address when the name shows nothing: %j',
    async (name) => {
      await invitations.create({ email: 'new@example.com' })
      await signInByProvider('new@example.com', { name })
      expect(await users.list()).toContainEqual(expect.objectContaining({ name: 'new@example.com' }))
    },
  )

  test('is refused without an ID token, whatever else the provider returns', async () => {
    await makeMember('mei@example.com')
    provider.state.withToken = false
    expect((await signInByProvider('mei@example.com')).id).toBeUndefined()
  })

  test('takes a missing address from userinfo, only for the same subject', async () => {
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
  ])('accepts a token with %o: %s', async (claims, comes) => {
    await makeMember('mei@example.com')
    provider.state.claims = claims
    expect((await signInByProvider('mei@example.com')).id !== undefined).toBe(comes)
  })

  test('is refused with a token that the provider did not sign', async () => {
    await makeMember('mei@example.com')
    provider.state.forged = true
    expect((await signInByProvider('mei@example.com')).id).toBeUndefined()
  })

  test('can be completed only in the browser that started it', async () => {
    await makeMember('mei@example.com')
    provider.state.who = { sub: 's', email: 'mei@example.com', email_verified: true, name: 'M' }
    const { url } = await oidc.begin(bare())
    const { headers } = await fetch(url, { redirect: 'manual' })
    const back = await oidc.finish(new Request(headers.get('location') ?? '', { headers: bare() }))
    expect(back.headers.get('location')).toBe('/sign-in?error=state_mismatch')
    expect(await getPrincipal(bare({ cookie: cookiesOf(back.headers) }))).toBeNull()
  })

  test('stores none of the provider’s tokens', async () => {
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
