import type { GenerationList } from '@/lib/client/api'
import type { Generation } from '@/lib/shared/generation'
import { MAKING, type View } from '@/lib/shared/view'
import type { Feed, FeedAction, Stretch } from './feed'

/** How the server is asked. Each throws when the line is broken. */
export type Questions = {
  list: (view: View, cursor: string | null, limit: number) => Promise<GenerationList>
  /** null: it is gone. */
  one: (id: string) => Promise<Generation | null>
}

export const NEWEST = 24 // as many as the page begins with
const ACTIVE = 100
const MOST_PAGES = 5

/** Reads from the newest on until it reaches an id, or the end, or it is too much. */
async function readDownTo(
  reach: string,
  read: (cursor: string | null) => Promise<GenerationList>,
): Promise<Stretch> {
  const items: Generation[] = []
  let to: string | null = null
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await read(to)
    items.push(...page.items)
    to = page.nextCursor
    if (to === null || to <= reach) break
  }
  return { from: null, items, to }
}

/**
 * What is new: the newest of the view, what is being made anywhere, and what has become of that which was. Two calls,
 * and one more for each video that has ended below the newest, however much is known already.
 * @throws Error when the line is broken
 */
export async function variant(feed: Feed, { list, one }: Questions): Promise<FeedAction[]> {
  const { view, making, changes: since } = feed
  const [stretch, active] = await Promise.all([
    readDownTo(feed.read ? feed.newest : '\uffff', (cursor) => list(view, cursor, NEWEST)),
    readDownTo('', (cursor) => list(MAKING, cursor, ACTIVE)),
  ])
  const met = new Set([...stretch.items, ...active.items].map(({ id }) => id))
  const missing = making
    .map(({ id }) => id)
    .filter((id) => !met.has(id) && (active.to === null || id >= active.to))
  const found = await Promise.all(missing.map(one))
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
