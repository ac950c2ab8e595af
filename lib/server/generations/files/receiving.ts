import { stat } from 'node:fs/promises'
import { ulid } from 'ulid'
import { isTeam } from '@/lib/server/config.js'
import { incoming } from '@/lib/server/db'
import { type Asker, refuseLongQueue } from '@/lib/server/images'
import { limitsFor, refuseOver } from '@/lib/server/quota'
import { refuseWithoutRoom } from '@/lib/server/room'
import type { User } from '@/lib/shared/user'

/** Whose turn an image takes. In a team a person's images are decoded one by one, since two at once keep two cores from all others. */
export const askerOf = (user: string, signal?: AbortSignal): Asker => ({
  person: user,
  each: isTeam() ? 1 : 2,
  signal,
})

/**
 * Records a received image against the quota, before it is decoded.
 * @returns the image's id
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
 * Refuses an image before its body is read: the queue is full, or the person would exceed their upload quota.
 * @param bytes Content-Length; 1 where unknown
 * @throws Problem rate_limited | storage_full
 */
export async function expectImage(user: User, bytes: number): Promise<void> {
  refuseLongQueue(user.id)
  await refuseWithoutRoom(bytes)
  const limits = await limitsFor(user.id)
  await refuseOver(() => incoming.check(user.id, 'image', bytes, limits))
}

/**
 * Refuses a submission before its images are read, by what is known then. A known idempotency key creates nothing new, so it
 * passes whatever the limits.
 * @param bytes lower bound for the images, from Content-Length; 0 where there may be none
 * @throws Problem rate_limited | storage_full
 */
export async function expectSubmission(user: User, key: string | null, bytes: number): Promise<void> {
  if (key !== null && (await incoming.knowsKey(user.id, key))) return
  await refuseWithoutRoom()
  const limits = await limitsFor(user.id)
  await refuseOver(() => incoming.check(user.id, 'film', 0, limits))
  if (bytes > 0) await expectImage(user, bytes)
}
