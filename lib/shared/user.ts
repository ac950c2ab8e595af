export const ROLES = ['owner', 'member'] as const
export type Role = (typeof ROLES)[number]

/**
 * The owner of videos. Without sign-in there is one user, and everything is theirs. The owner role may also manage what
 * former members have left behind; without `role` nobody may.
 */
export type User = { id: string; role?: Role }
