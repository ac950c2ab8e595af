import * as z from 'zod'
import { plainName } from '@/lib/server/plain-name.js'
import type { Oidc } from './team'

const claims = z.object({
  sub: z.string().min(1).max(255),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
  email: z.string().optional(),
  email_verified: z.union([z.boolean(), z.string()]).optional(),
  name: z.string().optional(),
})
const about = claims.omit({ aud: true, azp: true })
type About = z.output<typeof about>

const WAIT_MS = 10_000

/**
 * Whom an ID token is about, once better-auth has checked its signature, issuer, nonce, time and that we are among its
 * audiences. null: there was none, or it was made for somebody else. A provider that keeps the address out of the token
 * is asked for it.
 */
export async function profileIn(
  oidc: Oidc,
  tokens: { idToken?: string | undefined; accessToken?: string | undefined },
) {
  const token = claims.safeParse(payloadOf(tokens.idToken ?? '')).data
  if (!token || !isForUs(token, oidc.clientId)) return null
  const said = token.email === undefined ? await userInfo(oidc, token.sub, tokens.accessToken ?? '') : token
  if (said?.email === undefined) return null
  const { email, email_verified, name } = said
  return {
    id: token.sub,
    sub: token.sub,
    email: email.toLowerCase(),
    emailVerified: email_verified === true || email_verified === 'true',
    name: plainName(name ?? '') || plainName(email),
  }
}

/** OpenID Connect Core, 3.1.3.7: who asked for the token is named where there are several audiences, and is us. */
const isForUs = ({ aud, azp }: Pick<z.output<typeof claims>, 'aud' | 'azp'>, clientId: string): boolean =>
  azp === undefined ? [aud].flat().length === 1 : azp === clientId

function payloadOf(jwt: string): unknown {
  try {
    return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8'))
  } catch {
    return undefined // no token at all, or an encrypted one
  }
}

/** What the provider's own endpoint says about the same subject; null where it says nothing of it. */
async function userInfo({ issuer }: Oidc, subject: string, accessToken: string): Promise<About | null> {
  try {
    const discovery = await json(`${issuer}/.well-known/openid-configuration`)
    const { userinfo_endpoint } = z.object({ userinfo_endpoint: z.url() }).parse(discovery)
    const said = about.parse(await json(userinfo_endpoint, { authorization: `Bearer ${accessToken}` }))
    return said.sub === subject ? said : null
  } catch {
    return null // better-auth logs that nothing was learnt, and the person is sent back to sign in
  }
}

const json = async (url: string, headers: Record<string, string> = {}): Promise<unknown> =>
  (await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(WAIT_MS) })).json()
