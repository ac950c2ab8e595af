import type { GenerationList } from '@/lib/client/api'
import { type Generation, isActive } from '@/lib/shared/generation'
import { belongs, type View } from '@/lib/shared/view'

/** What the page begins with: the newest of a view, and all that is being made, whatever the view. */
export type FirstPage = { view: View; page: GenerationList; making: readonly Generation[] }

/** What was read: all of a view that is older than `from` (null: from the newest on) down to `to` (null: the end). */
export type Stretch = { from: string | null; items: readonly Generation[]; to: string | null }

/** Ids are ULIDs: as text they sort by time. */
export type Feed = {
  view: View
  /** Whether the view itself was read. Before that, `items` are those of the last view that belong to it too. */
  read: boolean
  /** What is known of the view, newest first: without a gap from `newest` down to `next`. */
  items: readonly Generation[]
  /** The newest there was when the newest were read; '' when there was none. */
  newest: string
  /** Where reading on begins; null when there is nothing older. */
  next: string | null
  /** All that is being made, newest first. */
  making: readonly Generation[]
  /** What came to its end with the last change that ended something. */
  ended: readonly Generation[]
  /** How often something was changed here, and when which one was: a reading that began before does not know of it. */
  changes: number
  changed: ReadonlyMap<string, number>
}

export type FeedAction =
  /** Something else is to be shown. */
  | { type: 'show'; view: View }
  /** A stretch of `view` was read, which began after `since` changes. */
  | { type: 'read'; view: View; stretch: Stretch; since: number }
  /** Generations were read by themselves, wherever they stand; `gone`: ids of which there is nothing any more. */
  | { type: 'mergeRead'; items: readonly Generation[]; gone: readonly string[]; since: number }
  /** The server has changed or created it at our wish. */
  | { type: 'upsert'; generation: Generation }
  /** It is deleted. It does not come back by reading, only when it is adopted again. */
  | { type: 'drop'; id: string }

export function beginFeed({ view, page, making }: FirstPage): Feed {
  const { items, nextCursor } = page
  const start = { view, read: true, items, newest: items[0]?.id ?? '', next: nextCursor }
  return { ...start, making, ended: [], changes: 0, changed: new Map() }
}

/** How the feed changes. What stays as it was stays the same object. */
export function changeFeed(feed: Feed, action: FeedAction): Feed {
  switch (action.type) {
    case 'show': {
      const known = merge(feed.items, feed.items, feed.making)
      const items = known.filter((item) => belongs(action.view, item))
      return { ...feed, view: action.view, read: false, items, newest: '', next: null }
    }
    case 'read':
      return action.view === feed.view ? readStretch(feed, action.stretch, action.since) : feed
    case 'mergeRead': {
      const unknowing = notSince(feed, action.since)
      const gone = action.gone.filter(unknowing)
      const items = action.items.filter(({ id }) => unknowing(id))
      return without(mergeRead(feed, keepSame(feed, items)), gone)
    }
    case 'upsert':
      return mergeRead(touched(feed, action.generation.id, feed.changes + 1), [action.generation])
    case 'drop':
      return without(touched(feed, action.id, Number.POSITIVE_INFINITY), [action.id])
  }
}

const touched = (feed: Feed, id: string, change: number): Feed => ({
  ...feed,
  changes: feed.changes + 1,
  changed: new Map(feed.changed).set(id, change),
})

/** Whether a reading that began then knows all that was changed here about a generation. */
const notSince = (feed: Feed, since: number) => (id: string) => (feed.changed.get(id) ?? 0) <= since

/** What is missing in the stretch is gone. If the newest do not reach what is known, the feed starts over with them. */
function readStretch(feed: Feed, { from, items, to }: Stretch, since: number): Feed {
  if (from !== null && from !== feed.next) return feed // it continues what has been left meanwhile
  const unknowing = notSince(feed, since)
  const reaches = feed.read && (from !== null || to === null || to <= feed.newest)
  const within = (id: string) => (from === null || id < from) && (to === null || id >= to)
  const kept = feed.items.filter(({ id }) => !unknowing(id) || (reaches && !within(id)))
  const fresh = keepSame(
    feed,
    items.filter(({ id }) => unknowing(id)),
  )
  const knownFurther = reaches && from === null && to !== null && (feed.next === null || feed.next < to)
  const next = knownFurther ? feed.next : to
  const newest = from === null ? (items[0]?.id ?? '') : feed.newest
  return trackActive({ ...feed, read: true, items: merge(feed.items, fresh, kept), newest, next }, fresh)
}

/** Puts generations where they belong: in the view if that reaches down to them, and among what is being made. */
function mergeRead(feed: Feed, met: readonly Generation[]): Feed {
  const ids = new Set(met.map(({ id }) => id))
  const others = feed.items.filter(({ id }) => !ids.has(id))
  const shown = met.filter((item) => belongs(feed.view, item) && (feed.next === null || item.id >= feed.next))
  return trackActive({ ...feed, items: merge(feed.items, shown, others) }, met)
}

/** Keeps account of what is being made, and of what came to its end. */
function trackActive(feed: Feed, met: readonly Generation[]): Feed {
  const active = met.filter(({ status }) => isActive(status))
  const over = new Set(met.filter((item) => !active.includes(item)).map(({ id }) => id))
  const ended = feed.making.flatMap(({ id }) => met.filter((item) => item.id === id && over.has(id)))
  const others = feed.making.filter(({ id }) => !over.has(id))
  const making = merge(feed.making, active, others)
  return { ...feed, making, ended: ended.length > 0 ? ended : feed.ended }
}

function without(feed: Feed, ids: readonly string[]): Feed {
  const stays = ({ id }: Generation) => !ids.includes(id)
  if ([...feed.items, ...feed.making].every(stays)) return feed
  return { ...feed, items: feed.items.filter(stays), making: feed.making.filter(stays) }
}

/** Both lists as one, newest first; where both have one, it is taken from the first. The list before, if it is equal. */
function merge(
  before: readonly Generation[],
  first: readonly Generation[],
  second: readonly Generation[],
): readonly Generation[] {
  const all = new Map([...second, ...first].map((item) => [item.id, item]))
  const merged = [...all.values()].sort((a, b) => (a.id < b.id ? 1 : -1))
  const equal = merged.length === before.length && merged.every((item, index) => item === before[index])
  return equal ? before : merged
}

/** What has not changed since it was read before is the same object, so that nothing is drawn anew for it. */
function keepSame({ items, making }: Feed, fresh: readonly Generation[]): Generation[] {
  const known = new Map([...making, ...items].map((item) => [item.id, item]))
  return fresh.map((item) => {
    const old = known.get(item.id)
    return old?.updatedAt === item.updatedAt && old.poster === item.poster ? old : item
  })
}
