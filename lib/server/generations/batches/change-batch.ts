import * as z from 'zod'
import { batchRecords, type GenerationRow, ImageGone, type StoredGeneration } from '@/lib/server/db'
import { remove } from '@/lib/server/generations/change/remove'
import { newIds, newRecord } from '@/lib/server/generations/create/new-record'
import { settingsOf } from '@/lib/server/generations/read/stored-settings'
import { limitsFor, refuseOver } from '@/lib/server/quota'
import { refuseWithoutRoom } from '@/lib/server/room'
import { BATCH_ROWS, type Batch } from '@/lib/shared/batches/batch'
import type { Status } from '@/lib/shared/generation'
import { Problem } from '@/lib/shared/problem'
import type { User } from '@/lib/shared/user'
import { QUEUED } from './create-batch'
import { findBatch, respondBatch } from './read-batch'

const pauseSchema = z.strictObject({ paused: z.boolean() })

/** Holds a batch, or lets it go on: what is with the provider already is made. @throws Problem invalid_input | not_found */
export async function updateBatch(id: string, body: unknown, user: User): Promise<Batch> {
  const { data } = pauseSchema.safeParse(body)
  if (!data)
    throw new Problem(
      'invalid_input',
      'Send {"paused": true} to hold the batch, or {"paused": false} to go on.',
    )
  await findBatch(id, user)
  await batchRecords.pause(id, user.id, data.paused)
  return respondBatch(await findBatch(id, user))
}

const retrySchema = z.strictObject({ rows: z.array(z.int().min(1)).max(BATCH_ROWS).optional() })

/** What a person may want again. One whose outcome is unknown is theirs to clear up first: it may have been paid for. */
const AGAIN: readonly Status[] = ['failed', 'rejected']

/**
 * Queues failed and rejected rows again, all or those that are named. A row that waits or is being made stays as it is, so
 * asking twice queues nothing twice.
 * @returns the batch, and how many rows were queued
 * @throws Problem invalid_input | not_found | rate_limited | storage_full: nothing was queued
 */
export async function retryBatch(
  id: string,
  body: unknown,
  user: User,
  token: string | null = null,
): Promise<{ batch: Batch; queued: number }> {
  const { data } = retrySchema.safeParse(body)
  if (!data)
    throw new Problem(
      'invalid_input',
      'Send {"rows": [1, 2]} with the rows to try again, or {} for all that failed.',
    )
  const batch = await findBatch(id, user)
  await refuseWithoutRoom()
  const limits = { ...(await limitsFor(user.id)), perMinute: null }
  const ids = await newIds(user, batch.rows)
  const again = (newest: StoredGeneration): GenerationRow | null => {
    const wanted = data.rows === undefined || data.rows.includes(newest.batch_row ?? 0)
    const settings = wanted && AGAIN.includes(newest.status) ? settingsOf(newest) : null
    const id = ids[(newest.batch_row ?? 0) - 1]
    if (!settings || id === undefined) return null
    const { person, fingerprint, model, prompt, batch_row } = newest
    const row = newRecord({
      id,
      person,
      token,
      key: null,
      fingerprint,
      submission: { model, prompt, settings },
    })
    return { ...row, ...QUEUED, batch: batch.id, batch_row }
  }
  const queued = await refuseOver(() => batchRecords.retry(id, limits, again)).catch(imageGone)
  return { batch: await respondBatch(batch), queued }
}

const imageGone = (error: unknown): never => {
  if (!(error instanceof ImageGone)) throw error
  throw new Problem('invalid_input', 'A photo of this batch was deleted meanwhile. Hand the row in anew.', {
    cause: error,
  })
}

/** Drops what is still queued: nothing of it was sent. @returns the batch, and how many rows were dropped. @throws Problem not_found */
export async function dropQueued(id: string, user: User): Promise<{ batch: Batch; dropped: number }> {
  const batch = await findBatch(id, user)
  const queued = (await batchRecords.newest(id)).filter(({ status }) => status === 'queued')
  let dropped = 0
  for (const generation of queued) dropped += Number(await isDropped(generation.id, user))
  return { batch: await respondBatch(batch), dropped }
}

/** false: it was sent, or deleted, meanwhile. */
async function isDropped(id: string, user: User): Promise<boolean> {
  try {
    await remove(id, user, { status: 'queued' })
    return true
  } catch (error) {
    if (error instanceof Problem && ['not_found', 'invalid_input'].includes(error.code)) return false
    throw error
  }
}
