import { config } from '@/lib/server/config.js'
import { BASE_PATH } from '@/lib/shared/base-path'

/** The company's provider's id in better-auth; part of the callback URL. */
export const PROVIDER = 'oidc'

/** Settings of team mode. `origin` is PUBLIC_URL's; `address` is where people open the studio. */
export type Team = { secret: string; origin: string; address: string; oidc: Oidc | null }

/**
 * The company's OpenID Connect provider; `name` is its display name. `trustEmail`: an email address counts as verified where the
 * provider doesn't say whether it is.
 */
export type Oidc = {
  issuer: string
  clientId: string
  clientSecret: string
  name: string
  trustEmail: boolean
}

/** Team settings; null in local mode, with a single local user. */
export function team(): Team | null {
  const { AUTH_SECRET, PUBLIC_URL } = config()
  if (AUTH_SECRET === undefined || PUBLIC_URL === undefined) return null
  return { secret: AUTH_SECRET, origin: PUBLIC_URL, address: PUBLIC_URL + BASE_PATH, oidc: provider() }
}

function provider(): Oidc | null {
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_NAME: name,
  } = config()
  if (!issuer || !clientId || !clientSecret || !name) return null
  return { issuer, clientId, clientSecret, name, trustEmail: config().OIDC_TRUST_EMAIL }
}
