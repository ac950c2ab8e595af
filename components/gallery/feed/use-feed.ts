import { useEffect, useReducer, useRef, useState } from 'react'
import { listGenerations, readGeneration } from '@/lib/client/api'
import { backoff, usePolling } from '@/lib/client/polling'
import type { Generation } from '@/lib/shared/generation'
import { ALL, addressOf, belongs, type View } from '@/lib/shared/view'
import { type FeedFailure, failureKey, failureOf } from './failure'
import { beginFeed, changeFeed, type Feed, type FirstPage } from './feed'
import { readNews } from './sync'

const PAGE_SIZE = 60 // generations per page when scrolling on
const VISIBLE_INTERVAL_MS = 3_000
/** Hidden tabs poll too: the tab’s title counts active generations. */
const HIDDEN_INTERVAL_MS = 15_000

export type Gallery = Feed & {
  /** Why the last request failed; null if it didn’t. */
  failure: FeedFailure | null
  show: (view: View) => void
  /** Switches to all videos if the current view would hide a video that was just submitted. */
  reveal: (prompt: string) => void
  /** There are older ones to load. */
  more: boolean
  loadingMore: boolean
  loadMore: () => Promise<void>
  refresh: () => void
  /** Takes out a deleted generation. */
  drop: (id: string) => void
  /** Inserts or replaces a generation without asking the server. */
  upsert: (generation: Generation) => void
}

/**
 * The feed, newest first. Polls while a generation is active, until a new view is loaded, and until a lost connection
 * is back.
 */
export function useFeed(first: FirstPage): Gallery {
  const [feed, dispatch] = useReducer(changeFeed, first, beginFeed)
  const [failure, setFailure] = useState<FeedFailure | null>(null)
  const [loadingMore, setLoadingMore] = useState(false)
  const latest = useRef(feed)
  useEffect(() => {
    latest.current = feed
  })

  /** The videos stay; a toast says why until a sync succeeds. */
  const fail = (cause: unknown) => {
    const next = failureOf(cause)
    setFailure((known) => (known && failureKey(known) === failureKey(next) ? known : next))
  }
  const syncOnce = async (stop: AbortSignal) => {
    try {
      const news = await readNews(latest.current, {
        list: (view, cursor, limit) => listGenerations(view, { cursor, limit, stop }),
        get: (id) => readGeneration(id, stop),
      })
      for (const action of news) dispatch(action)
      setFailure(null)
    } catch (cause) {
      if (!stop.aborted) fail(cause)
      throw cause
    }
  }
  const making = feed.making.length > 0
  const wanted = making || failure !== null || !feed.read
  const refresh = usePolling(syncOnce, {
    interval({ hidden, failures }) {
      if (hidden) return making ? backoff(HIDDEN_INTERVAL_MS, failures) : null
      return wanted ? backoff(VISIBLE_INTERVAL_MS, failures) : null
    },
  })
  const { view, read } = feed
  const unread = read ? null : view
  useEffect(() => {
    if (unread) void refresh({ now: true })
  }, [unread, refresh])

  const show = (choice: View) => {
    dispatch({ type: 'show', view: choice })
    window.history.replaceState(null, '', addressOf(choice))
  }
  return {
    ...feed,
    failure,
    show,
    reveal(prompt) {
      if (!belongs(view, { status: 'submitting', starred: false, prompt })) show(ALL)
    },
    more: read && feed.next !== null,
    loadingMore,
    async loadMore() {
      const { next, changes: since } = latest.current
      if (next === null || loadingMore) return
      setLoadingMore(true)
      try {
        const { items, nextCursor } = await listGenerations(view, { cursor: next, limit: PAGE_SIZE })
        dispatch({ type: 'read', view, stretch: { from: next, items, to: nextCursor }, since })
      } catch (cause) {
        fail(cause) // polling runs until a sync succeeds; then loading works again
      }
      setLoadingMore(false)
    },
    refresh: () => void refresh(),
    drop: (id) => dispatch({ type: 'drop', id }),
    upsert: (generation) => dispatch({ type: 'upsert', generation }),
  }
}
