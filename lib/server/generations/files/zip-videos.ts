import { records } from '@/lib/server/db'
import { invalid } from '@/lib/server/invalid-input'
import { turns } from '@/lib/server/turns'
import { Problem } from '@/lib/shared/problem'
import type { User } from '@/lib/shared/user'
import { ZIP_MAX } from '@/lib/shared/zip'
import { type Zip, zipOf } from './zip'

/**
 * The videos of these generations as one archive, in the order of their ids.
 * @throws Problem invalid_input without an id or with more than ZIP_MAX
 * @throws Problem not_found when one doesn't exist or is another person's and not shared, or none has a video
 */
export async function zipVideos(given: readonly string[], user: User): Promise<Zip> {
  const ids = [...new Set(given.filter(Boolean))]
  if (ids.length === 0) throw invalid([{ type: 'required', field: 'id' }])
  if (ids.length > ZIP_MAX)
    throw invalid([{ type: 'too_many_ids', field: 'id', limit: ZIP_MAX, count: ids.length }])
  const found = await turns().lists.take(user.id, () => records.visibleAmong(ids, user.id))
  const known = new Map(found.map((row) => [row.id, row]))
  return zipOf(
    ids.map((id) => {
      const row = known.get(id)
      if (!row) throw new Problem('not_found', `There is no generation ${id.slice(0, 64)}.`)
      return row
    }),
  )
}
