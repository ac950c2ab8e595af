import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { envOf, refused, signInAt } from '@/testing/auth/by-provider'
import { inTeamMode, makeMember, makeOwner } from '@/testing/auth/fixture'
import { startProvider } from '@/testing/auth/oidc-provider'
import { invitations } from './index'

let provider: Awaited<ReturnType<typeof startProvider>>

delete process.env.DATABASE_URL
inTeamMode(async () => {
  provider = await startProvider()
  return { ...envOf(provider), OIDC_TRUST_EMAIL: '1' }
})
afterAll(() => provider.close())

describe('where OIDC_TRUST_EMAIL says that addresses are verified', () => {
  beforeEach(async () => {
    await (await db()).deleteFrom('people').execute()
    await makeOwner()
  })

  test.each([undefined, null])('a provider that sends %s for email_verified is believed', async (said) => {
    const { person: user } = await makeMember('mei@example.com')
    provider.state.claims = { email_verified: said }
    expect(await signInAt(provider, 'mei@example.com')).toEqual({ to: '/', id: user.id })
    await invitations.create({ email: 'new@example.com' })
    expect(await signInAt(provider, 'new@example.com')).toEqual({ to: '/', id: expect.any(String) })
  })

  test.each([false, 'false', ''])('a provider that sends %j for it is believed, too', async (said) => {
    await makeMember('mei@example.com')
    provider.state.claims = { email_verified: said }
    expect(await signInAt(provider, 'mei@example.com')).toEqual(refused('email_not_verified'))
    await invitations.create({ email: 'new@example.com' })
    expect(await signInAt(provider, 'new@example.com')).toEqual(refused('email_not_verified'))
  })

  test('strangers stay strangers', async () => {
    provider.state.claims = { email_verified: undefined }
    expect(await signInAt(provider, 'stranger@example.com')).toEqual(refused('not_invited'))
  })
})
