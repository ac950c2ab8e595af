import * as z from 'zod'
import { plainName } from '@/lib/server/plain-name.js'
import type { Oidc } from './team'

const claims = z.object({
  sub: z.string().min(1).max(255),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
  email: z.string().nullish(),
  email_verified: z.union([z.boolean(), z.string()]).nullish(),
  name: z.string().optional(),
})
const about = claims.omit({ aud: true, azp: true })
type About = z.output<typeof about>

const TIMEOUT_MS = 10_000

/**
 * The profile in an ID token whose signature, issuer, nonce, expiry and audience better-auth has checked. null: there was no token, or
 * it was issued for another client. A provider that leaves the email address out is asked at its userinfo endpoint; without one there
 * either, better-auth refuses the profile with `email_not_found`. `stated`: the provider says whether the address is verified.
 */
export async function profileIn(
  oidc: Oidc,
  tokens: { idToken?: string | undefined; accessToken?: string | undefined },
) {
  const token = claims.safeParse(payloadOf(tokens.idToken ?? '')).data
  if (!token || !isForUs(token, oidc.clientId)) return null
  const profile = token.email ? token : await userInfo(oidc, token.sub, tokens.accessToken ?? '')
  if (!profile) return null
  const { email_verified, name = '' } = profile
  const email = profile.email ?? ''
  const stated = email_verified !== undefined && email_verified !== null
  return {
    id: token.sub,
    sub: token.sub,
    email: email.toLowerCase(),
    emailVerified: stated ? `${email_verified}` === 'true' : oidc.trustEmail,
    stated,
    name: plainName(name) || plainName(email),
  }
}

/** OpenID Connect Core, 3.1.3.7: with several audiences, `azp` must be present, and be us. */
const isForUs = ({ aud, azp }: Pick<z.output<typeof claims>, 'aud' | 'azp'>, clientId: string): boolean =>
  azp === undefined ? [aud].flat().length === 1 : azp === clientId

function payloadOf(jwt: string): unknown {
  try {
    return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8'))
  } catch {
    return undefined // no token, or an encrypted one
  }
}

/** Claims about the same subject from the userinfo endpoint, of which there may be none; null when it doesn't answer. */
async function userInfo({ issuer }: Oidc, subject: string, accessToken: string): Promise<About | null> {
  try {
    const discovery = await json(`${issuer}/.well-known/openid-configuration`)
    const { userinfo_endpoint } = z.object({ userinfo_endpoint: z.url().optional() }).parse(discovery)
    if (userinfo_endpoint === undefined) return { sub: subject }
    const profile = about.parse(await json(userinfo_endpoint, { authorization: `Bearer ${accessToken}` }))
    return profile.sub === subject ? profile : null
  } catch {
    return null // better-auth logs that there is no profile and sends the person back to sign in
  }
}

const json = async (url: string, headers: Record<string, string> = {}): Promise<unknown> =>
  (await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) })).json()
