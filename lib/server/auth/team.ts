import { config } from '@/lib/server/config.js'

/** The name of the company's provider among better-auth's; part of the address that it sends people back to. */
export const PROVIDER = 'oidc'

/** What is set when people sign in. `origin` and `host` are where they open the studio. */
export type Team = { secret: string; origin: string; host: string; oidc: Oidc | null }

/** The company's OpenID Connect provider; `name` is what people call it. */
export type Oidc = { issuer: string; clientId: string; clientSecret: string; name: string }

/** null: there is one person, whoever sits at this machine. */
export function team(): Team | null {
  const { AUTH_SECRET, PUBLIC_URL, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = config()
  if (AUTH_SECRET === undefined || PUBLIC_URL === undefined) return null
  const oidc =
    OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET && OIDC_NAME
      ? { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, name: OIDC_NAME }
      : null
  return { secret: AUTH_SECRET, origin: PUBLIC_URL, host: new URL(PUBLIC_URL).host, oidc }
}
