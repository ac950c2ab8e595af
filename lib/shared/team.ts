import type { LimitName } from './limits'
import type { Role } from './user'

/** Someone who is or was in the team. */
export type TeamMember = {
  id: string
  name: string
  email: string
  role: Role
  createdAt: string
  /** Since when they cannot come in any more; their videos stay. */
  endedAt: string | null
  /** Someone else at the company's provider comes under their address, and waits for an owner's answer. */
  link: LinkRequest | null
}

/** `subject` is how the company's provider tells people apart, `name` what it calls this one. */
export type LinkRequest = { id: string; subject: string; name: string; createdAt: string }

/** An invitation that nobody has used yet. `resets`: it is for somebody who is here, and sets a new password. */
export type Invitation = { id: string; email: string; resets: boolean; createdAt: string; expiresAt: string }

/** What becomes of a person's tokens when their password is changed. */
export const TOKENS_AFTER = ['revoke', 'keep'] as const
export type TokensAfter = (typeof TOKENS_AFTER)[number]

/** Where someone is signed in. `browser` as it calls itself; `current`: it is the one that asks. */
export type Session = { id: string; browser: string | null; createdAt: string; current: boolean }

/** What lets scripts in. `start` are its first characters, by which a person knows it again. */
export type Token = { id: string; name: string; start: string; createdAt: string; lastUsedAt: string | null }

/** What an owner has set; what is not in it holds as it does otherwise. */
export type SetLimits = Partial<Record<LimitName, number>>

/** What a person has used in a month: finished videos by resolution, with their seconds; images uploaded, in bytes. */
export type Used = {
  user: string
  videos: { resolution: string | null; videos: number; seconds: number }[]
  images: number
  imageBytes: number
}

/** A month as `2026-11`. */
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
