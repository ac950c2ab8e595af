import { expect } from 'vitest'
import { getPrincipal, oidc } from '@/lib/server/auth'
import { bare } from './fixture'
import type { Claims, startProvider } from './oidc-provider'

type Provider = Awaited<ReturnType<typeof startProvider>>

/** The environment in which `provider` is the company's. */
export const envOf = ({ issuer }: Provider) => ({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: 'promptreel',
  OIDC_CLIENT_SECRET: 'a client secret',
  OIDC_NAME: 'Example Ltd',
})

export const cookiesOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** Goes to the provider and back like a browser. Returns the final address and the principal. */
export async function signInAt(provider: Provider, email: string, more: Partial<Claims> = {}, to?: string) {
  provider.state.who = { sub: email, email, email_verified: true, name: 'By Provider', ...more }
  const begun = await oidc.begin(bare(), to)
  const { headers } = await fetch(begun.url, { redirect: 'manual' })
  const back = await oidc.finish(
    new Request(headers.get('location') ?? '', { headers: bare({ cookie: cookiesOf(begun.headers) }) }),
  )
  const principal = await getPrincipal(bare({ cookie: cookiesOf(back.headers) }))
  return { to: back.headers.get('location'), id: principal?.id }
}

/** The result of a refused sign-in. */
export const refused = (reason: string) => ({
  to: expect.stringMatching(new RegExp(`^/sign-in\\?error=${reason}(&|$)`)),
  id: undefined,
})
