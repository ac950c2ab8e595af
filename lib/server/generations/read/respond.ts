import type { StoredGeneration } from '@/lib/server/db'
import { positionsIn } from '@/lib/server/generations/queue/positions'
import type { Generation } from '@/lib/shared/generation'
import type { User } from '@/lib/shared/user'
import { toResponse } from './to-response'

/** Records in the API's form for one user, with their places in the queue. */
export async function respondAll(rows: readonly StoredGeneration[], user: User): Promise<Generation[]> {
  const positionOf = await positionsIn(rows)
  return rows.map((row) => toResponse(row, user, positionOf(row)))
}

/** One record in the API's form for one user. */
export async function respond(row: StoredGeneration, user: User): Promise<Generation> {
  const positionOf = await positionsIn([row])
  return toResponse(row, user, positionOf(row))
}
