import { stat } from 'node:fs/promises'
import { ulid } from 'ulid'
import { incoming } from '@/lib/server/db'
import { refuseLongLine } from '@/lib/server/images'
import { limitsFor, refuseOver } from '@/lib/server/quota'
import { refuseWithoutRoom } from '@/lib/server/room'
import type { User } from '@/lib/shared/user'

/**
 * Notes a picture that has arrived, before it is decoded.
 * @returns an id for it
 * @throws Problem rate_limited
 */
export async function noteReceived(file: string, user: User): Promise<string> {
  const id = ulid()
  const { size: bytes } = await stat(file)
  const limits = await limitsFor(user.id)
  await refuseOver(() => incoming.note({ id, person: user.id, bytes, at: new Date().toISOString() }, limits))
  return id
}

/**
 * Refuses a picture before it is read: too many wait, or it would be over what a person may upload.
 * @param bytes as announced; 1 where the length is not known
 * @throws Problem rate_limited | storage_full
 */
export async function expectImage(user: User, bytes: number): Promise<void> {
  refuseLongLine(user.id)
  await refuseWithoutRoom(bytes)
  const limits = await limitsFor(user.id)
  await refuseOver(() => incoming.check(user.id, 'image', bytes, limits))
}

/**
 * Refuses a submission before its pictures are read, by all that is known then. Under a key that was used nothing new is
 * made, so the submission is heard whatever the limits.
 * @param bytes of pictures as announced, at least; 0 where there may be none
 * @throws Problem rate_limited | storage_full
 */
export async function expectSubmission(user: User, key: string | null, bytes: number): Promise<void> {
  if (key !== null && (await incoming.knowsKey(user.id, key))) return
  await refuseWithoutRoom()
  const limits = await limitsFor(user.id)
  await refuseOver(() => incoming.check(user.id, 'film', 0, limits))
  if (bytes > 0) await expectImage(user, bytes)
}
