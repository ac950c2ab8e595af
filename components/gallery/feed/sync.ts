import type { GenerationList } from '@/lib/client/api'
import type { Generation } from '@/lib/shared/generation'
import { MAKING, type View } from '@/lib/shared/view'
import type { Feed, FeedAction, Stretch } from './feed'

/** The server’s API as the sync uses it. Each call throws on a network error. */
export type FeedApi = {
  list: (view: View, cursor: string | null, limit: number) => Promise<GenerationList>
  /** Null if it no longer exists. */
  get: (id: string) => Promise<Generation | null>
}

export const NEWEST = 24 // as many as the server renders the page with
const ACTIVE_PAGE = 100
const MAX_PAGES = 5

/** Reads pages from the newest down to the id `reach`, to the end, or for at most MAX_PAGES. */
async function readDownTo(
  reach: string,
  read: (cursor: string | null) => Promise<GenerationList>,
): Promise<Stretch> {
  const items: Generation[] = []
  let to: string | null = null
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    const page = await read(to)
    items.push(...page.items)
    to = page.nextCursor
    if (to === null || to <= reach) break
  }
  return { from: null, items, to }
}

/**
 * What has changed: the newest of the view, everything active, and the outcome of what was active before. Two
 * requests, plus one for each video that ended below the newest page, however many videos are known.
 * @throws Error on a network error
 */
export async function readNews(feed: Feed, { list, get }: FeedApi): Promise<FeedAction[]> {
  const { view, making, changes: since } = feed
  const [stretch, active] = await Promise.all([
    readDownTo(feed.read ? feed.newest : '\uffff', (cursor) => list(view, cursor, NEWEST)),
    readDownTo('', (cursor) => list(MAKING, cursor, ACTIVE_PAGE)),
  ])
  const met = new Set([...stretch.items, ...active.items].map(({ id }) => id))
  const missing = making
    .map(({ id }) => id)
    .filter((id) => !met.has(id) && (active.to === null || id >= active.to))
  const found = await Promise.all(missing.map(get))
  return [
    { type: 'read', view, stretch, since },
    {
      type: 'mergeRead',
      items: [...active.items, ...found.filter((item) => item !== null)],
      gone: missing.filter((_, index) => found[index] === null),
      since,
    },
  ]
}
