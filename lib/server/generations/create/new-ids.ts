import { decodeTime, ulid } from 'ulid'
import { records } from '@/lib/server/db'
import type { User } from '@/lib/shared/user'

/**
 * ULIDs above all of the person's earlier ones, even after the clock was set back, and each above the one before: lists are ordered
 * by id. Each has a millisecond of its own, because the index of prompts tells ids apart by little more than that.
 */
export async function newIds({ id }: User, count: number): Promise<string[]> {
  const newest = await records.newestOf(id)
  const at = newest === undefined ? Date.now() : Math.max(Date.now(), decodeTime(newest) + 1)
  return Array.from({ length: count }, (_, index) => ulid(at + index))
}
