import { db } from '@/lib/server/db/open'
import type { LimitName } from '@/lib/shared/limits'

/** Stored as the person of limits that apply to everybody without their own. */
const ALL = '*'

type Set = { person: string; name: LimitName; most: number }

/** Limits set by owners: the default (`person` null) and those of one person or, without an id, of each. */
async function limits(id?: string): Promise<(Omit<Set, 'person'> & { person: string | null })[]> {
  const database = await db()
  const query = database.selectFrom('limits').selectAll()
  // An earlier version may have stored rows for people who don't exist: leave them out.
  const known = database.selectFrom('people').select('id')
  const rows = await (id === undefined
    ? query.where(({ or, eb }) => or([eb('person', '=', ALL), eb('person', 'in', known)]))
    : query.where('person', 'in', [ALL, id])
  ).execute()
  return rows.map((row) => ({ ...row, person: row.person === ALL ? null : row.person }))
}

/**
 * Sets limits for a person, or the default (null), all or none. A limit of null is removed.
 * @returns false when there is no such person
 */
async function setLimits(
  user: string | null,
  set: [name: LimitName, most: number | null][],
): Promise<boolean> {
  return (await db()).transaction().execute(async (tx) => {
    const known =
      user === null || (await tx.selectFrom('people').select('id').where('id', '=', user).executeTakeFirst())
    if (!known) return false
    for (const [name, most] of set) {
      const row = { person: user ?? ALL, name }
      if (most === null)
        await tx.deleteFrom('limits').where('person', '=', row.person).where('name', '=', name).execute()
      else
        await tx
          .insertInto('limits')
          .values({ ...row, most })
          .onConflict((conflict) => conflict.columns(['person', 'name']).doUpdateSet({ most }))
          .execute()
    }
    return true
  })
}

/** A person's usage; videos by resolution. `seconds` of video, `bytes` of images. */
export type Used = {
  person: string
  kind: 'film' | 'image'
  resolution: string | null
  count: number
  seconds: number
  bytes: number
}

/** Usage from one time up to another, exclusive; ISO 8601. Counts completed videos, including those deleted since. */
async function used(from: string, until: string): Promise<Used[]> {
  const rows = await (await db())
    .selectFrom('uses')
    .leftJoin('generations', 'generations.id', 'uses.id')
    .select(({ fn }) => [
      'uses.person',
      'uses.kind',
      'uses.resolution',
      fn.countAll().as('count'),
      fn.sum('uses.duration').as('seconds'),
      fn.sum('uses.bytes').as('bytes'),
    ])
    .where('uses.at', '>=', from)
    .where('uses.at', '<', until)
    .where(({ eb, or, fn }) =>
      or([
        eb('uses.kind', '=', 'image'),
        eb(fn.coalesce('generations.status', 'uses.outcome'), '=', 'completed'),
      ]),
    )
    .groupBy(['uses.person', 'uses.kind', 'uses.resolution'])
    .execute()
  return rows.map((row) => ({
    ...row,
    count: Number(row.count),
    seconds: Number(row.seconds),
    bytes: Number(row.bytes),
  }))
}

/** Limits and usage. */
export const quota = { limits, setLimits, used }
