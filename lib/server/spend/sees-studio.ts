import type { User } from '@/lib/shared/user'

/** Whoever asks, and how: with an API token, on the page, or as the local user. */
export type Caller = User & { via: 'machine' | 'session' | 'token' }

/** Owners see everybody's spend, but not with a token: what a leaked one must not reach. */
export const seesStudio = ({ role, via }: Caller): boolean => role === 'owner' && via !== 'token'
