export const ROLES = ['owner', 'member'] as const
export type Role = (typeof ROLES)[number]

/** Whose films these are. Without sign-in there is one person, and all belongs to them. */
export type Person = { id: string }
