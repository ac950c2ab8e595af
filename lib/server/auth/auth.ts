import type { GenericOAuthConfig } from 'better-auth/plugins/generic-oauth'
import { ulid } from 'ulid'
import { db } from '@/lib/server/db'
import { Fault } from '@/lib/server/fault'
import { log } from '@/lib/server/log'
import { dialForFetch } from '@/lib/server/outgoing'
import { withBasePath } from '@/lib/shared/base-path'
import { profileIn } from './id-token'
import { admittedByProvider, newcomerArrives, REFUSED } from './oidc-sign-in'
import { sessionEndpoint } from './session-endpoint'
import { ACCOUNTS, SESSIONS, USERS, VERIFICATIONS } from './tables'
import { type Oidc, PROVIDER, type Team, team } from './team'

const SESSION_S = 30 * 86_400

const providerConfig = (oidc: Oidc): GenericOAuthConfig => ({
  providerId: PROVIDER,
  name: oidc.name,
  discoveryUrl: `${oidc.issuer}/.well-known/openid-configuration`,
  requireIdTokenVerification: true,
  clientId: oidc.clientId,
  clientSecret: oidc.clientSecret,
  scopes: ['openid', 'email', 'profile'],
  disableProviderLogout: true,
  getUserInfo: (tokens) => profileIn(oidc, tokens),
})

/**
 * Sets up better-auth, which handles passwords, sessions, cookies and OpenID Connect. Its own routes stay closed; ours call it
 * (docs/decisions/010-doors.md). Loaded only in team mode.
 */
async function create({ secret, origin, address }: Team, oidc: Oidc | null) {
  const [{ betterAuth }, { APIError }, { genericOAuth }] = await Promise.all([
    import('better-auth'),
    import('better-auth/api'),
    import('better-auth/plugins/generic-oauth'),
  ])
  if (oidc) await dialForFetch() // the library, and id-token.ts, ask the provider with `fetch`
  const ours = await sessionEndpoint()
  return betterAuth({
    appName: 'Promptreel',
    secret,
    baseURL: `${address}/api/auth`,
    // Not the engine but the value format: times as text and flags as 0 or 1, which we use in both databases.
    database: { db: await db(), type: 'sqlite' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    user: {
      ...USERS,
      validateUserInfo: ({ user, source }) =>
        admittedByProvider(
          {
            subject: String(source.oauth?.profile?.sub ?? ''),
            name: user.name ?? '',
            email: user.email?.toLowerCase() ?? '',
            verified:
              user.emailVerified === true || (source.oauth?.profile?.stated === false ? 'unstated' : false),
          },
          source.action === 'sign-in' ? user.id : undefined,
        ),
    },
    session: { ...SESSIONS, expiresIn: SESSION_S, disableSessionRefresh: true },
    account: {
      ...ACCOUNTS,
      updateAccountOnSignIn: false,
      // Otherwise a known address that isn't verified never reaches validateUserInfo, which refuses it for a reason of its own.
      accountLinking: { trustedProviders: [PROVIDER] },
    },
    verification: VERIFICATIONS,
    databaseHooks: {
      user: {
        create: {
          before: async ({ email }) => {
            if (await newcomerArrives(email)) return
            throw new APIError('FORBIDDEN', { code: REFUSED.notInvited, message: REFUSED.notInvited })
          },
        },
      },
      // The provider's tokens grant access elsewhere, and nothing here needs them.
      account: {
        create: {
          before: async (account) => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null },
          }),
        },
      },
    },
    plugins: oidc ? [ours, genericOAuth({ config: [providerConfig(oidc)] })] : [ours],
    onAPIError: { errorURL: `${address}/sign-in` },
    rateLimit: { enabled: false }, // it counts by IP address; ours counts by target: ./attempts
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: 'promptreel',
      // Other applications may live on the same host, another studio among them.
      defaultCookieAttributes: { path: withBasePath('/') },
      useSecureCookies: origin.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => ulid(), validateSchema: false },
    },
    logger: {
      level: 'error',
      // Its message and arguments may contain email addresses and tokens.
      log: (_level, _text, ...more) =>
        log().error({ err: more.find((one) => one instanceof Error) }, 'sign-in failed'),
    },
  })
}

type Auth = ReturnType<typeof create>

let withoutProvider: Auth | undefined
let withProvider: Auth | undefined

function mode(): Team {
  const found = team()
  if (!found) throw new Fault('nobody signs in where AUTH_SECRET is not set')
  return found
}

/** For passwords and sessions. Never waits for the company's provider, which may be down. */
export function auth(): Auth {
  withoutProvider ??= create(mode(), null)
  return withoutProvider
}

/** For signing in through the company's provider, whose discovery document is fetched at the first call. */
export function authByProvider(): Auth {
  withProvider ??= create(mode(), mode().oidc)
  return withProvider
}
