// Our tables and columns (migration 010) in better-auth's terms.

export const USERS = {
  modelName: 'people',
  fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
  additionalFields: {
    role: { type: 'string', required: true, defaultValue: 'member', input: false },
    endedAt: { type: 'string', required: false, input: false, fieldName: 'ended_at' },
  },
} as const

export const SESSIONS = {
  modelName: 'sessions',
  fields: {
    userId: 'person',
    expiresAt: 'expires_at',
    ipAddress: 'ip_address',
    userAgent: 'user_agent',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
} as const

export const ACCOUNTS = {
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
} as const

export const VERIFICATIONS = {
  modelName: 'verifications',
  fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
} as const
