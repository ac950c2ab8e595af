import { config } from '@/lib/server/config.js'
import { BASE_PATH } from '@/lib/shared/base-path'

/** The company's provider's id in better-auth; part of the callback URL. */
export const PROVIDER = 'oidc'

/** Settings of team mode. `origin` and `host` are those of PUBLIC_URL; `address` is where people open the studio. */
export type Team = { secret: string; origin: string; host: string; address: string; oidc: Oidc | null }

/** The company's OpenID Connect provider; `name` is its display name. */
export type Oidc = { issuer: string; clientId: string; clientSecret: string; name: string }

/** Team settings; null in local mode, with a single local user. */
export function team(): Team | null {
  const { AUTH_SECRET, PUBLIC_URL, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = config()
  if (AUTH_SECRET === undefined || PUBLIC_URL === undefined) return null
  const oidc =
    OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET && OIDC_NAME
      ? { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, name: OIDC_NAME }
      : null
  const address = PUBLIC_URL + BASE_PATH
  return { secret: AUTH_SECRET, origin: PUBLIC_URL, host: new URL(PUBLIC_URL).host, address, oidc }
}
