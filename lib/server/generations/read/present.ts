import type { StoredGeneration } from '@/lib/server/db'
import { placesIn } from '@/lib/server/generations/queue/places'
import type { Generation } from '@/lib/shared/generation'
import type { User } from '@/lib/shared/user'
import { toResponse } from './to-response'

/** Records in the API's form for one user, with their places in the queue. */
export async function presentAll(rows: readonly StoredGeneration[], user: User): Promise<Generation[]> {
  const placeOf = await placesIn(rows)
  return rows.map((row) => toResponse(row, user, placeOf(row)))
}

/** One record in the API's form for one user. */
export async function present(row: StoredGeneration, user: User): Promise<Generation> {
  const placeOf = await placesIn([row])
  return toResponse(row, user, placeOf(row))
}
