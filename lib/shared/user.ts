export const ROLES = ['owner', 'member'] as const
export type Role = (typeof ROLES)[number]

/**
 * Whose videos these are. Without sign-in there is one person, and all belongs to them. An owner may do more than others
 * with what people have left behind; without `role` nobody may.
 */
export type User = { id: string; role?: Role }
