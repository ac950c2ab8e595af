import { useEffect, useReducer, useRef, useState } from 'react'
import { listGenerations, readGeneration } from '@/lib/client/api'
import { backoff, usePolling } from '@/lib/client/polling'
import type { Generation } from '@/lib/shared/generation'
import { ALL, addressOf, belongs, type View } from '@/lib/shared/view'
import { beginFeed, changeFeed, type Feed, type FirstPage } from './feed'
import { variant } from './sync'

const FURTHER = 60 // generations that are fetched when the end comes near
const VISIBLE_INTERVAL_MS = 3_000
/** Out of sight the title of the tab still counts what is being made. */
const HIDDEN_INTERVAL_MS = 15_000

export type Gallery = Feed & {
  /** The server could not be asked the last time. */
  broken: boolean
  show: (view: View) => void
  /** Shows all, if otherwise a video that was just submitted would not be seen. */
  reveal: (prompt: string) => void
  /** There are others, which are not known yet. */
  more: boolean
  loadingMore: boolean
  loadMore: () => Promise<void>
  refresh: () => void
  /** Takes out a generation that was deleted. */
  drop: (id: string) => void
  /** Puts a generation at its place without asking the server. */
  upsert: (generation: Generation) => void
}

/** The feed, newest first. It polls while something is being made, and until a view or a lost connection is there. */
export function useFeed(first: FirstPage): Gallery {
  const [feed, dispatch] = useReducer(changeFeed, first, beginFeed)
  const [broken, setBroken] = useState(false)
  const [loadingMore, setLoadingMore] = useState(false)
  const latest = useRef(feed)
  useEffect(() => {
    latest.current = feed
  })

  const syncOnce = async (stop: AbortSignal) => {
    try {
      const news = await variant(latest.current, {
        list: (view, cursor, limit) => listGenerations(view, { cursor, limit, stop }),
        one: (id) => readGeneration(id, stop),
      })
      for (const action of news) dispatch(action)
      setBroken(false)
    } catch (cause) {
      if (!stop.aborted) setBroken(true) // the videos stay; a line says so until a look succeeds
      throw cause
    }
  }
  const making = feed.making.length > 0
  const wanted = making || broken || !feed.read
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
    broken,
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
        const { items, nextCursor } = await listGenerations(view, { cursor: next, limit: FURTHER })
        dispatch({ type: 'read', view, stretch: { from: next, items, to: nextCursor }, since })
      } catch {
        setBroken(true) // looks begin again until one succeeds, and then this does
      }
      setLoadingMore(false)
    },
    refresh: () => void refresh(),
    drop: (id) => dispatch({ type: 'drop', id }),
    upsert: (generation) => dispatch({ type: 'upsert', generation }),
  }
}
