import type { GenerationList } from '@/lib/client/api'
import { type Generation, isActive } from '@/lib/shared/generation'
import { belongs, type View } from '@/lib/shared/view'

/** What the server renders the page with: the newest of a view, and every active generation whatever the view. */
export type FirstPage = { view: View; page: GenerationList; making: readonly Generation[] }

/**
 * A range that was read: everything in a view older than `from` (null: from the newest) down to `to` (null: to the
 * end).
 */
export type Stretch = { from: string | null; items: readonly Generation[]; to: string | null }

/** Ids are ULIDs, so they sort by time as text. */
export type Feed = {
  view: View
  /** Whether this view has been read. Until then `items` are those of the previous view that belong to it too. */
  read: boolean
  /** The known part of the view, newest first, without gaps from `newest` down to `next`. */
  items: readonly Generation[]
  /** Id of the newest item when the newest page was last read; '' if there was none. */
  newest: string
  /** Cursor for loading more; null at the end. */
  next: string | null
  /** Every active generation, newest first. */
  making: readonly Generation[]
  /** Generations that ended with the last action that ended any. */
  ended: readonly Generation[]
  /**
   * Local mutation counter, and its value at each id’s last change: a response whose request began earlier must not
   * overwrite that change.
   */
  changes: number
  changed: ReadonlyMap<string, number>
}

export type FeedAction =
  /** The user chose another view. */
  | { type: 'show'; view: View }
  /** A range of `view` was read. `since`: the value of `changes` when the request began. */
  | { type: 'read'; view: View; stretch: Stretch; since: number }
  /** Single generations were read, wherever they are in the list. `gone`: ids whose records no longer exist. */
  | { type: 'mergeRead'; items: readonly Generation[]; gone: readonly string[]; since: number }
  /** A generation created or changed from this page. */
  | { type: 'upsert'; generation: Generation }
  /** It was deleted. Later reads don’t bring it back; only an `upsert` does. */
  | { type: 'drop'; id: string }

export function beginFeed({ view, page, making }: FirstPage): Feed {
  const { items, nextCursor } = page
  const start = { view, read: true, items, newest: items[0]?.id ?? '', next: nextCursor }
  return { ...start, making, ended: [], changes: 0, changed: new Map() }
}

/** The feed’s reducer. Unchanged parts keep their identity. */
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
      const isCurrent = unchangedSince(feed, action.since)
      const gone = action.gone.filter(isCurrent)
      const items = action.items.filter(({ id }) => isCurrent(id))
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

/** Whether a read that began at `since` reflects every local change to a generation. */
const unchangedSince = (feed: Feed, since: number) => (id: string) => (feed.changed.get(id) ?? 0) <= since

/**
 * Items missing from the range are gone. If the newest page does not reach the known items, the feed starts over with
 * it.
 */
function readStretch(feed: Feed, { from, items, to }: Stretch, since: number): Feed {
  if (from !== null && from !== feed.next) return feed // it continues a list that has been replaced since
  const isCurrent = unchangedSince(feed, since)
  const reaches = feed.read && (from !== null || to === null || to <= feed.newest)
  const within = (id: string) => (from === null || id < from) && (to === null || id >= to)
  const kept = feed.items.filter(({ id }) => !isCurrent(id) || (reaches && !within(id)))
  const fresh = keepSame(
    feed,
    items.filter(({ id }) => isCurrent(id)),
  )
  const knownFurther = reaches && from === null && to !== null && (feed.next === null || feed.next < to)
  const next = knownFurther ? feed.next : to
  const newest = from === null ? (items[0]?.id ?? '') : feed.newest
  return trackActive({ ...feed, read: true, items: merge(feed.items, fresh, kept), newest, next }, fresh)
}

/** Inserts generations where they belong: into the view if it is loaded that far down, and among the active ones. */
function mergeRead(feed: Feed, found: readonly Generation[]): Feed {
  const ids = new Set(found.map(({ id }) => id))
  const others = feed.items.filter(({ id }) => !ids.has(id))
  const shown = found.filter(
    (item) => belongs(feed.view, item) && (feed.next === null || item.id >= feed.next),
  )
  return trackActive({ ...feed, items: merge(feed.items, shown, others) }, found)
}

/** Updates which generations are active and which have just ended. */
function trackActive(feed: Feed, found: readonly Generation[]): Feed {
  const active = found.filter(({ status }) => isActive(status))
  const over = new Set(found.filter((item) => !active.includes(item)).map(({ id }) => id))
  const ended = feed.making.flatMap(({ id }) => found.filter((item) => item.id === id && over.has(id)))
  const others = feed.making.filter(({ id }) => !over.has(id))
  const making = merge(feed.making, active, others)
  return { ...feed, making, ended: ended.length > 0 ? ended : feed.ended }
}

function without(feed: Feed, ids: readonly string[]): Feed {
  const stays = ({ id }: Generation) => !ids.includes(id)
  if ([...feed.items, ...feed.making].every(stays)) return feed
  return { ...feed, items: feed.items.filter(stays), making: feed.making.filter(stays) }
}

/** Both lists as one, newest first; `first` wins for ids in both. Returns `before` itself if the result equals it. */
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

/** Reuses the known object of an item that hasn’t changed, so that its card doesn’t re-render. */
function keepSame({ items, making }: Feed, fresh: readonly Generation[]): Generation[] {
  const known = new Map([...making, ...items].map((item) => [item.id, item]))
  return fresh.map((item) => {
    const old = known.get(item.id)
    return old?.updatedAt === item.updatedAt && old.poster === item.poster && sameQueue(old, item)
      ? old
      : item
  })
}

/** What is queued moves up without a change to its record. */
const sameQueue = ({ queue: a }: Generation, { queue: b }: Generation): boolean =>
  a?.position === b?.position && a?.paused === b?.paused && a?.startsIn === b?.startsIn
