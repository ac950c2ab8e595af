import type { LimitName } from '@/lib/shared/limits'
import { db } from './open'

/** Stands for everybody who has no limit of their own. */
const ALL = '*'

type Set = { person: string; name: LimitName; most: number }

/** The limits that owners have set: for everybody (`person` null) and for one person or, without an id, for each. */
async function limits(id?: string): Promise<(Omit<Set, 'person'> & { person: string | null })[]> {
  const database = await db()
  const query = database.selectFrom('limits').selectAll()
  // A row of nobody's, which an earlier version may have taken, is not shown as a person's.
  const known = database.selectFrom('people').select('id')
  const rows = await (id === undefined
    ? query.where(({ or, eb }) => or([eb('person', '=', ALL), eb('person', 'in', known)]))
    : query.where('person', 'in', [ALL, id])
  ).execute()
  return rows.map((row) => ({ ...row, person: row.person === ALL ? null : row.person }))
}

/**
 * Sets limits for a person, or for everybody (null); one of null takes back what was set. All of them or none.
 * @returns whether there is such a person
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

/** What a person has made or uploaded; videos by resolution. `seconds` of video, `bytes` of images. */
export type Used = {
  person: string
  kind: 'film' | 'image'
  resolution: string | null
  count: number
  seconds: number
  bytes: number
}

/** What was used from one time to before another, ISO 8601. Videos count when they were finished, removed or not. */
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

/** What people may do and have done. */
export const quota = { limits, setLimits, used }
