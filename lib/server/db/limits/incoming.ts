import { db } from '@/lib/server/db/open'
import type { UseRow } from '@/lib/server/db/team-tables'
import type { Limits } from '@/lib/shared/limits'
import { variationKey } from '@/lib/shared/variations'
import { keepAtOnce, keepWithin, noteUse } from './uses'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

type Arrived = Pick<UseRow, 'id' | 'person' | 'bytes' | 'at'>

/**
 * Records the bytes of a received image, whatever happens to it later: a refused one has cost decoding.
 * @throws OverLimit
 */
async function note(image: Arrived, limits: Limits): Promise<void> {
  const use = { ...image, kind: 'image' as const }
  await (await db()).transaction().execute((tx) => noteUse(tx, use, limits))
}

/**
 * Checks whether one more use, with `bytes` of images, would exceed a limit now. Call before reading a body; `note` checks again
 * when it has arrived.
 * @throws OverLimit
 */
async function check(user: string, kind: UseRow['kind'], bytes: number, limits: Limits): Promise<void> {
  const database = await db()
  const use = { id: '', person: user, kind, bytes, at: new Date().toISOString() }
  if (kind === 'image') return keepWithin(database, use, 'imageMbPerDay', limits.imageMbPerDay, DAY_MS)
  await keepWithin(database, use, 'perMinute', limits.perMinute, MINUTE_MS)
  await keepWithin(database, use, 'perDay', limits.perDay, DAY_MS)
  await keepAtOnce(database, use, limits.atOnce, 1)
}

/** True when a person has used this idempotency key, so that repeating it creates nothing new. */
async function knowsKey(user: string, key: string): Promise<boolean> {
  const found = await (await db())
    .selectFrom('generations')
    .select('id')
    .where('person', '=', user)
    .where('idempotency_key', 'in', [key, variationKey(key, 0)])
    .executeTakeFirst()
  return found !== undefined
}

/** Quota checks for uploads and submissions as they arrive. */
export const incoming = { note, check, knowsKey }
