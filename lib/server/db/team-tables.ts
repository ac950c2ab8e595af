import type { Generation } from '@/lib/shared/generation'
import type { LimitName } from '@/lib/shared/limits'
import type { Role } from '@/lib/shared/user'

/** People, how they come in, what they may do and have done. Times and flags as in the other tables. */
export type TeamTables = {
  people: UserRow
  sessions: SessionRow
  accounts: AccountRow
  invitations: InvitationRow
  link_requests: LinkRequestRow
  /** SHA-256 of the code that makes the first owner; none once there is one. */
  setup_codes: { hash: string }
  tokens: TokenRow
  /** How often something was tried, until it is forgotten. */
  attempts: { subject: string; count: number; until: string }
  /** `person` is an id, or `*` for everybody who has none of their own. */
  limits: { person: string; name: LimitName; most: number }
  uses: UseRow
}

export type UserRow = {
  id: string
  name: string
  email: string
  email_verified: number
  image: string | null
  role: Role
  /** When an owner ended this person's access; their videos stay. */
  ended_at: string | null
  created_at: string
  updated_at: string
}

export type SessionRow = {
  id: string
  person: string
  token: string
  ip_address: string | null
  user_agent: string | null
  expires_at: string
  created_at: string
  updated_at: string
}

/** A way to prove who one is: `credential`, a password, or `oidc`, the company's provider, which keeps the subject. */
type AccountRow = {
  id: string
  person: string
  provider: string
  subject: string
  password: string | null
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: string | null
  refresh_token_expires_at: string | null
  scope: string | null
  created_at: string
  updated_at: string
}

/** `person`: who was here under this address when it was made; it ends with their access. */
export type InvitationRow = {
  id: string
  email: string
  hash: string
  person: string | null
  created_at: string
  expires_at: string
}

/** Someone came by the company's provider under a person's address, as another subject than theirs. One a person. */
export type LinkRequestRow = {
  id: string
  person: string
  subject: string
  /** What the provider calls them. */
  name: string
  created_at: string
}

/** `hash` is SHA-256 of the token; `start` are its first characters, by which a person knows it again. */
export type TokenRow = {
  id: string
  person: string
  name: string
  start: string
  hash: string
  created_at: string
  last_used_at: string | null
}

/**
 * What counts against a limit, whatever becomes of the video or image later. Its id is theirs; a try of the same video that was
 * refused, before another try, has one of its own.
 */
export type UseRow = {
  id: string
  person: string
  kind: 'film' | 'image'
  at: string
  duration: number | null // seconds
  resolution: string | null
  bytes: number
  /** How it stood when it was removed; null while it is there to be asked. */
  outcome: Generation['status'] | null
}
