import { type StoredGeneration, spend } from '@/lib/server/db'
import { positionsIn } from '@/lib/server/generations/queue/positions'
import type { Generation } from '@/lib/shared/generation'
import type { FailedTasks } from '@/lib/shared/spend/prices'
import type { User } from '@/lib/shared/user'
import { toResponse } from './to-response'

/** Records in the API's form for one user, with their places in the queue. */
export async function respondAll(rows: readonly StoredGeneration[], user: User): Promise<Generation[]> {
  const [positionOf, failed] = await Promise.all([positionsIn(rows), failedTasks(rows)])
  return rows.map((row) => toResponse(row, user, positionOf(row), failed))
}

/** One record in the API's form for one user. */
export async function respond(row: StoredGeneration, user: User): Promise<Generation> {
  const [positionOf, failed] = await Promise.all([positionsIn([row]), failedTasks([row])])
  return toResponse(row, user, positionOf(row), failed)
}

/** How the provider bills failed tasks. Asked only where that matters, since lists are polled. */
const failedTasks = async (rows: readonly StoredGeneration[]): Promise<FailedTasks> =>
  rows.some(({ status, credits }) => status === 'failed' && credits !== null)
    ? (await spend.prices()).failed
    : 'unknown'
