/**
 * What lets somebody do a thing because they know it, whatever row of the table they stand in: numbers and links that
 * people pass on, or that a shared video shows. Each is one person's, held by another.
 */
export const SECRETS = ['taskid', 'shared video', 'shared photo', 'invitation', 'key'] as const
export type Secret = (typeof SECRETS)[number]

/** Who may hold it: nobody in particular, another member, an owner, another member's script, one whose token was ended. */
export const HOLDERS = ['nobody', 'another', 'owner', 'token', 'revoked token'] as const
export type Holder = (typeof HOLDERS)[number]

/** The answer to each holder; `nothing`: the same as to somebody who has invented one. */
type Opens = 'nothing' | Record<Holder, number>
export type Opened = Record<Secret, Opens>

/** A route where knowing any of them is worth no more than inventing one. A new secret has to be named here too. */
export const NONE: Opened = {
  taskid: 'nothing',
  'shared video': 'nothing',
  'shared photo': 'nothing',
  invitation: 'nothing',
  key: 'nothing',
}

/** It opens for everybody who belongs here. */
export const members = (status: number): Record<Holder, number> => ({
  nobody: 401,
  another: status,
  owner: status,
  token: status,
  'revoked token': 401,
})

/** It opens for whoever holds it. */
export const anybody = (status: number): Record<Holder, number> => ({
  nobody: status,
  another: status,
  owner: status,
  token: status,
  'revoked token': status,
})
