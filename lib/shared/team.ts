import type { LimitName } from './limits'
import type { Role } from './user'

/** A current or former member of the team. */
export type TeamMember = {
  id: string
  name: string
  email: string
  role: Role
  createdAt: string
  /** When their access ended, null while it lasts; their videos stay. */
  endedAt: string | null
  /** An identity at the company's OIDC provider that signs in with their email address and awaits an owner's decision. */
  link: LinkRequest | null
}

/** `subject` and `name` are the OIDC claims. */
export type LinkRequest = { id: string; subject: string; name: string; createdAt: string }

/** An unused invitation. `resets`: it lets an existing member set a new password. */
export type Invitation = { id: string; email: string; resets: boolean; createdAt: string; expiresAt: string }

/** What happens to a user's tokens when their password changes. */
export const TOKENS_AFTER = ['revoke', 'keep'] as const
export type TokensAfter = (typeof TOKENS_AFTER)[number]

/** One sign-in. `browser` is its User-Agent; `current`: it is the one making this request. */
export type Session = { id: string; browser: string | null; createdAt: string; current: boolean }

/** An API token for scripts. `start` is its first characters, which identify it in lists. */
export type Token = { id: string; name: string; start: string; createdAt: string; lastUsedAt: string | null }

/** Limits an owner has set for a member; the defaults apply to the rest. */
export type SetLimits = Partial<Record<LimitName, number>>

/** A user's usage in one month: finished videos by resolution with their seconds, and uploaded images with their bytes. */
export type Used = {
  user: string
  videos: { resolution: string | null; videos: number; seconds: number }[]
  images: number
  imageBytes: number
}

/** Whether the text is a month such as `2026-11`. */
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)

/** The month `by` months after another, as `2026-11`. */
export function monthAfter(month: string, by: number): string {
  const date = new Date(month)
  date.setUTCMonth(date.getUTCMonth() + by)
  return date.toISOString().slice(0, 7)
}

/** The first moment, in UTC, of a month such as `2026-11` and of the month after it; ISO 8601. */
export function boundsOfMonth(month: string): { from: string; until: string } {
  const first = (of: string) => new Date(of).toISOString()
  return { from: first(month), until: first(monthAfter(month, 1)) }
}
