import type { Role, User } from '@/lib/shared/user'

/** Someone at the page, who has signed in. `session` is the id of this sign-in. */
export type SignedIn = User & { via: 'session'; role: Role; name: string; email: string; session: string }

/** Whoever asks: the one person of this machine, someone signed in, or a script with someone's token. */
export type Principal = SignedIn | (User & { via: 'machine' | 'token'; role: Role })
