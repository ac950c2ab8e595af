import { quota } from '@/lib/server/db'
import { Problem } from '@/lib/shared/problem'
import { boundsOfMonth, isMonth, type Used } from '@/lib/shared/team'

/**
 * Each person's usage in a calendar month, UTC: completed videos by resolution, and uploaded images.
 * @param month such as `2026-11`
 * @throws Problem invalid_input
 */
export async function useOf(month: string): Promise<Used[]> {
  if (!isMonth(month)) throw new Problem('invalid_input', 'Write the month as in 2026-11.')
  const { from, until } = boundsOfMonth(month)
  const used = await quota.used(from, until)
  return [...new Set(used.map(({ person: user }) => user))].map((user) => {
    const own = used.filter((use) => use.person === user)
    const image = own.find(({ kind }) => kind === 'image')
    const videos = own.filter(({ kind }) => kind === 'film')
    return {
      user,
      videos: videos.map(({ resolution, count, seconds }) => ({ resolution, videos: count, seconds })),
      images: image?.count ?? 0,
      imageBytes: image?.bytes ?? 0,
    }
  })
}
