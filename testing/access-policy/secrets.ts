/**
 * Ids and links that might grant something to whoever knows them, because people pass them on or a shared video shows
 * them. In the tests, each belongs to one user and is held by another.
 */
export const SECRETS = ['taskid', 'shared video', 'shared photo', 'invitation', 'key'] as const
export type Secret = (typeof SECRETS)[number]

/** Who holds it: someone signed out, another member, an owner, another member's script, a script with a revoked token. */
export const HOLDERS = ['nobody', 'another', 'owner', 'token', 'revoked token'] as const
export type Holder = (typeof HOLDERS)[number]

/** The status for each holder; `nothing`: the same as for an invented secret. */
type Grant = 'nothing' | Record<Holder, number>
export type Grants = Record<Secret, Grant>

/** For a route that no secret opens. A new secret must be added here, too. */
export const NONE: Grants = {
  taskid: 'nothing',
  'shared video': 'nothing',
  'shared photo': 'nothing',
  invitation: 'nothing',
  key: 'nothing',
}

/** Grants access to every member who knows the secret. */
export const members = (status: number): Record<Holder, number> => ({
  nobody: 401,
  another: status,
  owner: status,
  token: status,
  'revoked token': 401,
})

/** Grants access to anybody who knows the secret. */
export const anybody = (status: number): Record<Holder, number> => ({
  nobody: status,
  another: status,
  owner: status,
  token: status,
  'revoked token': status,
})
