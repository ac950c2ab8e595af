import type { Generation } from '@/lib/shared/generation'
import type { LimitName } from '@/lib/shared/limits'
import type { Role } from '@/lib/shared/user'

/** People, access, limits and usage. Times, ids and flags as in `Tables`. */
export type TeamTables = {
  people: UserRow
  sessions: SessionRow
  accounts: AccountRow
  invitations: InvitationRow
  link_requests: LinkRequestRow
  /** SHA-256 of the setup code for the first owner; empty once there is an owner. */
  setup_codes: { hash: string }
  tokens: TokenRow
  /** Attempt counters, valid until `until`. */
  attempts: { subject: string; count: number; until: string }
  /** `person` is an id, or `*` for the default. */
  limits: { person: string; name: LimitName; most: number }
  uses: UseRow
  prices: PricesRow
  /** Credits a month. `person` is an id, `*` for each without their own, or `**` for all together. */
  budgets: { person: string; credits: number }
  /** Credits that the provider's console shows for a month, as an owner entered them. */
  console_figures: { month: string; credits: number }
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

/** A sign-in method: `credential` (a password) or `oidc` (the company's provider, identified by its subject). */
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

/** `person`: the current member with this address when it was created; it expires with their access. */
export type InvitationRow = {
  id: string
  email: string
  hash: string
  person: string | null
  created_at: string
  expires_at: string
}

/** Somebody signed in through the company's provider with a member's address but another subject. At most one per person. */
export type LinkRequestRow = {
  id: string
  person: string
  subject: string
  /** Their name at the provider. */
  name: string
  created_at: string
}

/** `hash` is the token's SHA-256; `start` its first characters, for recognising it in a list. */
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
 * One use against a quota, whatever happens to the video or image later. Its id is that of the video or image; a refused try
 * followed by another try of the same video gets an id of its own.
 */
export type UseRow = {
  id: string
  person: string
  kind: 'film' | 'image'
  at: string
  duration: number | null // seconds
  resolution: string | null
  bytes: number
  /** The generation's status when it was deleted; null while it exists. */
  outcome: Generation['status'] | null
  /** Its failure code then. */
  failure_code: string | null
  /** Model id; null for images, and for videos deleted before this column. */
  model: string | null
  /** Id of the API token that submitted it; null for the page, and for uses older than this column. */
  token: string | null
  /** What it cost by the price of its moment; null where none was known. */
  credits: number | null
  /** What 1,000 credits cost then, in `currency`; null where that was not known. */
  thousand: number | null
  currency: string | null
}

/** A version of the prices; the newest counts. `body`: JSON of Prices. */
type PricesRow = { id: string; person: string; body: string; created_at: string }
