import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/server/store'
import { invitations, oidc, people, whoAsks } from '.'
import { bare, inTeamMode, makeMember, makeOwner, PASSWORD } from './fixture'
import { startProvider } from './fixture-provider'
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
async function comeByProvider(email: string, more: { email_verified?: boolean; sub?: string } = {}) {
  provider.state.who = { sub: email, email, email_verified: true, name: 'By Provider', ...more }
  const begun = await oidc.begin(bare())
  const { headers } = await fetch(begun.url, { redirect: 'manual' })
  const back = await oidc.finish(
    new Request(headers.get('location') ?? '', { headers: bare({ cookie: cookiesOf(begun.headers) }) }),
  )
  const visitor = await whoAsks(bare({ cookie: cookiesOf(back.headers) }))
  return { to: back.headers.get('location'), id: visitor?.id }
}

const refused = (reason: string) => ({
  to: expect.stringContaining(`/sign-in?error=${reason}`),
  id: undefined,
})

describe('by the company’s provider', () => {
  beforeEach(async () => {
    provider.state.forged = false
    await (await db()).deleteFrom('people').execute()
    await (await db()).deleteFrom('invitations').execute()
    await makeOwner()
  })

  test('nobody comes in who was not invited', async () => {
    expect(await comeByProvider('stranger@example.com')).toEqual(refused('not_invited'))
    expect(await people.list()).toHaveLength(1)
  })

  test('who was invited comes in, uses the invitation up, and comes in again', async () => {
    await invitations.create({ email: 'new@example.com' })
    const first = await comeByProvider('New@Example.com')
    expect(first).toEqual({ to: '/', id: expect.any(String) })
    expect(await invitations.list()).toEqual([])
    expect(await comeByProvider('New@Example.com')).toEqual(first)
    expect(await people.list()).toContainEqual(
      expect.objectContaining({ email: 'new@example.com', role: 'member', name: 'By Provider' }),
    )
  })

  test('who has an account is the same person, and keeps the password', async () => {
    const { person } = await makeMember('mei@example.com')
    expect(await comeByProvider('mei@example.com')).toEqual({ to: '/', id: person.id })
    expect((await signIn({ email: 'mei@example.com', password: PASSWORD }, bare())).person.id).toBe(person.id)
  })

  test('an address that the provider has not verified is nobody’s', async () => {
    await makeMember('mei@example.com')
    await invitations.create({ email: 'new@example.com' })
    for (const email of ['mei@example.com', 'new@example.com']) {
      expect((await comeByProvider(email, { email_verified: false })).id).toBeUndefined()
    }
    expect(await invitations.list()).toHaveLength(1)
  })

  test('whose access was ended stays out until they are invited again', async () => {
    await invitations.create({ email: 'ex@example.com' })
    const { id } = await comeByProvider('ex@example.com')
    await people.end(id ?? '')
    expect(await comeByProvider('ex@example.com')).toEqual(refused('not_invited'))
    await invitations.create({ email: 'ex@example.com' })
    expect(await comeByProvider('ex@example.com')).toEqual({ to: '/', id })
  })

  test('a token that the provider did not sign opens nothing', async () => {
    await makeMember('mei@example.com')
    provider.state.forged = true
    expect((await comeByProvider('mei@example.com')).id).toBeUndefined()
  })

  test('the way back works only in the browser that set out', async () => {
    await makeMember('mei@example.com')
    provider.state.who = { sub: 's', email: 'mei@example.com', email_verified: true, name: 'M' }
    const { url } = await oidc.begin(bare())
    const { headers } = await fetch(url, { redirect: 'manual' })
    const back = await oidc.finish(new Request(headers.get('location') ?? '', { headers: bare() }))
    expect(back.headers.get('location')).toBe('/sign-in?error=state_mismatch')
    expect(await whoAsks(bare({ cookie: cookiesOf(back.headers) }))).toBeNull()
  })

  test('nothing that the provider gives is kept but who it is', async () => {
    await makeMember('mei@example.com')
    await comeByProvider('mei@example.com')
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
