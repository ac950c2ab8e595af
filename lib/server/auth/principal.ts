import type { Role, User } from '@/lib/shared/user'

/** A person signed in on the page; `session` is the session's id. */
export type SignedIn = User & { via: 'session'; role: Role; name: string; email: string; session: string }

/** Whoever a request speaks for: the local user, a signed-in person, or a script with a person's token, `token` being its id. */
export type Principal =
  | SignedIn
  | (User & { via: 'machine'; role: Role })
  | (User & { via: 'token'; role: Role; token: string })
