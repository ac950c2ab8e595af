import { ulid } from 'ulid'
import { db } from '@/lib/server/db'
import { Fault } from '@/lib/server/fault'
import { log } from '@/lib/server/log'
import { profileIn } from './id-token'
import { admittedByProvider, newcomerArrives, REFUSED } from './oidc-sign-in'
import { sessionEndpoint } from './session-endpoint'
import { type Oidc, PROVIDER, type Team, team } from './team'

const SESSION_S = 30 * 86_400

/**
 * Sets up better-auth, which handles passwords, sessions, cookies and OpenID Connect. Its own routes stay closed; ours call it
 * (docs/decisions/010-doors.md). Loaded only in team mode.
 */
async function create({ secret, origin }: Team, oidc: Oidc | null) {
  const [{ betterAuth }, { APIError }, { genericOAuth }] = await Promise.all([
    import('better-auth'),
    import('better-auth/api'),
    import('better-auth/plugins/generic-oauth'),
  ])
  const ours = await sessionEndpoint()
  return betterAuth({
    appName: 'Promptreel',
    secret,
    baseURL: origin,
    // Not the engine but the value format: times as text and flags as 0 or 1, which we use in both databases.
    database: { db: await db(), type: 'sqlite' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    user: {
      modelName: 'people',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        role: { type: 'string', required: true, defaultValue: 'member', input: false },
        endedAt: { type: 'string', required: false, input: false, fieldName: 'ended_at' },
      },
      validateUserInfo: ({ user, source }) =>
        admittedByProvider(
          {
            subject: String(source.oauth?.profile?.sub ?? ''),
            name: user.name ?? '',
            email: user.email?.toLowerCase() ?? '',
            verified: user.emailVerified === true,
          },
          source.action === 'sign-in' ? user.id : undefined,
        ),
    },
    session: {
      modelName: 'sessions',
      fields: {
        userId: 'person',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: SESSION_S,
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'accounts',
      fields: {
        userId: 'person',
        providerId: 'provider',
        accountId: 'subject',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      updateAccountOnSignIn: false,
    },
    verification: {
      modelName: 'verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
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
    plugins: oidc
      ? [
          ours,
          genericOAuth({
            config: [
              {
                providerId: PROVIDER,
                name: oidc.name,
                discoveryUrl: `${oidc.issuer}/.well-known/openid-configuration`,
                requireIdTokenVerification: true,
                clientId: oidc.clientId,
                clientSecret: oidc.clientSecret,
                scopes: ['openid', 'email', 'profile'],
                disableProviderLogout: true,
                getUserInfo: (tokens) => profileIn(oidc, tokens),
              },
            ],
          }),
        ]
      : [ours],
    onAPIError: { errorURL: `${origin}/sign-in` },
    rateLimit: { enabled: false }, // it counts by IP address; ours counts by target: ./attempts
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: 'promptreel',
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
