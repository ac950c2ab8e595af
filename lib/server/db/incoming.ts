import type { Limits } from '@/lib/shared/limits'
import { db } from './open'
import type { UseRow } from './team-tables'
import { keepAtOnce, keepWithin, noteUse } from './uses'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

type Arrived = Pick<UseRow, 'id' | 'person' | 'bytes' | 'at'>

/**
 * Notes the bytes of a picture that has arrived, whatever becomes of it: what is refused has cost its looking over.
 * @throws OverLimit
 */
async function note(image: Arrived, limits: Limits): Promise<void> {
  const use = { ...image, kind: 'image' as const }
  await (await db()).transaction().execute((tx) => noteUse(tx, use, limits))
}

/**
 * Whether one more of a kind, with `bytes` of pictures, would be over a limit now. To be asked before a body is read;
 * what counts is asked again, and noted, when it has arrived.
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

/** Whether a person has used this key: who asks again under it makes nothing new. */
async function knowsKey(user: string, key: string): Promise<boolean> {
  const found = await (await db())
    .selectFrom('generations')
    .select('id')
    .where('person', '=', user)
    .where('idempotency_key', '=', key)
    .executeTakeFirst()
  return found !== undefined
}

/** What is about to come in, and has. */
export const incoming = { note, check, knowsKey }
