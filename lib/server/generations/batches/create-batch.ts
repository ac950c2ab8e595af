import { createHash } from 'node:crypto'
import { ulid } from 'ulid'
import { type BatchRow, batchRecords, ImageGone, type NewGeneration } from '@/lib/server/db'
import { fingerprintsOf } from '@/lib/server/generations/create/fingerprint'
import { newIds, newRecord } from '@/lib/server/generations/create/new-record'
import { limitsFor, refuseOver } from '@/lib/server/quota'
import { refuseWithoutRoom } from '@/lib/server/room'
import type { Batch } from '@/lib/shared/batches/batch'
import { Problem } from '@/lib/shared/problem'
import type { User } from '@/lib/shared/user'
import { type CheckedRow, checkRows } from './check-rows'
import type { GivenBatch } from './parse-batch'
import { type Plan, planOf } from './plan'
import { respondBatch } from './read-batch'

/** Checks a batch as `createBatch` would, and queues nothing. @throws Problem as createBatch */
export const checkBatch = async (given: GivenBatch, user: User, gone?: AbortSignal): Promise<Plan> =>
  planOf(await checkRows(given, user, gone))

/**
 * Queues a generation for each row of a batch, or none: all are written down in one transaction, and sent from the queue in order.
 * @param key idempotency key: the same key returns the same batch (`replayed`)
 * @param token id of the API token that the request came with
 * @throws Problem invalid_input with what is wrong in each `rows`; nothing was queued
 * @throws Problem idempotency_mismatch | rate_limited | storage_full | database_unavailable: nothing was queued
 */
export async function createBatch(
  given: GivenBatch,
  key: string | null,
  user: User,
  { token = null, gone }: { token?: string | null; gone?: AbortSignal } = {},
): Promise<{ batch: Batch; replayed: boolean }> {
  const checked = await checkRows(given, user, gone)
  await refuseWithoutRoom()
  const prints = checked.map(({ submission, images }) => fingerprintsOf(submission, images)[0])
  const batch: BatchRow = {
    id: ulid(),
    person: user.id,
    idempotency_key: key,
    fingerprint: createHash('sha256')
      .update(JSON.stringify([given.name, prints]))
      .digest('hex'),
    name: given.name,
    rows: checked.length,
    paused: 0,
    created_at: new Date().toISOString(),
  }
  const rows = await newRows(batch, checked, prints, { user, token })
  // A batch is handed in with one press, however many rows it has: the limit per minute is against scripts that run wild.
  const limits = { ...(await limitsFor(user.id)), perMinute: null }
  const { stored, replayed } = await refuseOver(() => insert(batch, rows, limits))
  if (replayed && stored.fingerprint !== batch.fingerprint) throw mismatch()
  return { batch: await respondBatch(stored), replayed }
}

async function newRows(
  batch: BatchRow,
  checked: CheckedRow[],
  prints: string[],
  { user, token }: { user: User; token: string | null },
): Promise<NewGeneration[]> {
  const ids = await newIds(user, checked.length)
  const first = Date.now()
  return checked.map(({ submission, images }, index) => ({
    row: {
      ...newRecord({
        id: ids[index] ?? ulid(),
        person: batch.person,
        token,
        key: null,
        fingerprint: prints[index] ?? '',
        submission,
      }),
      ...QUEUED,
      queue_order: first + index / checked.length,
      batch: batch.id,
      batch_row: index + 1,
    },
    images: images.map(({ id }) => id),
  }))
}

/** Nothing of a batch is sent before the queue takes it. */
export const QUEUED = {
  status: 'queued',
  lease: null,
  lease_until: null,
  sent_at: null,
  expires_at: null,
} as const

async function insert(
  batch: BatchRow,
  rows: NewGeneration[],
  limits: Parameters<typeof batchRecords.insert>[2],
) {
  try {
    return await batchRecords.insert(batch, rows, limits)
  } catch (error) {
    if (!(error instanceof ImageGone)) throw error
    throw new Problem('invalid_input', 'A photo of this batch was deleted meanwhile. Add it again.', {
      cause: error,
    })
  }
}

const mismatch = () =>
  new Problem(
    'idempotency_mismatch',
    'This Idempotency-Key was used for a different batch. Use a new key for a new one.',
  )
