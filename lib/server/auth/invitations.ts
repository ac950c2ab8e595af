import { ulid } from 'ulid'
import * as z from 'zod'
import { type InvitationRow, invitationRecords } from '@/lib/server/db'
import { Problem } from '@/lib/shared/problem'
import type { Invitation } from '@/lib/shared/team'
import { field, parse } from './parse'
import { randomSecret, sha256 } from './secrets'
import { team } from './team'

const DAYS_7_MS = 7 * 86_400_000

/**
 * Creates an invitation link. It is shown once, works once, expires after seven days, and replaces an earlier one for the address. For a
 * current member it sets a new password, for as long as they are a member.
 * @throws Problem invalid_input
 */
async function create(body: unknown): Promise<Invitation & { link: string }> {
  const { email } = parse(z.strictObject({ email: field.email }), body)
  const [code, now] = [randomSecret(), Date.now()]
  const times = {
    created_at: new Date(now).toISOString(),
    expires_at: new Date(now + DAYS_7_MS).toISOString(),
  }
  const row = { id: ulid(), email, hash: sha256(code), ...times }
  const user = await invitationRecords.add(row)
  return { ...shown({ ...row, person: user }), link: `${team()?.address}/join/${code}` }
}

const shown = ({
  id,
  email,
  person: user,
  created_at,
  expires_at,
}: Omit<InvitationRow, 'hash'>): Invitation => ({
  id,
  email,
  resets: user !== null,
  createdAt: created_at,
  expiresAt: expires_at,
})

/** Open invitations, newest first. */
async function list(): Promise<Invitation[]> {
  return (await invitationRecords.listOpen()).map(shown)
}

/** Revokes an invitation. @throws Problem not_found */
async function revoke(id: string): Promise<void> {
  if (await invitationRecords.remove(id)) return
  throw new Problem('not_found', 'There is no such invitation.')
}

/** The invitation behind a link; undefined when it is used, revoked, expired or unknown. */
async function find(code: string): Promise<Invitation | undefined> {
  const row = await invitationRecords.findOpen(sha256(code))
  return row && shown(row)
}

export const invitations = { create, list, revoke, find }
