import { useState } from 'react'
import { readGeneration } from '@/lib/client/api'
import { usePolling } from '@/lib/client/polling'
import { type Generation, isActive } from '@/lib/shared/generation'

const INTERVAL_MS = 3_000

type Followed = {
  generation: Generation
  /** The generation as it ended, if it was active on this page before. Keeps its identity until it ends again. */
  ended: readonly Generation[]
}

/** A generation, polled while it is active and the page is visible. */
export function useFollowed(initial: Generation) {
  const [{ generation, ended }, setFollowed] = useState<Followed>({ generation: initial, ended: [] })
  const [failed, setFailed] = useState(false)

  const upsert = (next: Generation) =>
    setFollowed((before) => {
      if (before.generation === next) return before
      const ends = isActive(before.generation.status) && !isActive(next.status)
      return { generation: next, ended: ends ? [next] : before.ended }
    })
  const sync = async (stop: AbortSignal) => {
    try {
      const news = await readGeneration(generation.id, stop)
      if (news) upsert(news)
      setFailed(false)
    } catch (cause) {
      if (!stop.aborted) setFailed(true) // the page stays as it is; an alert says so until a poll succeeds
      throw cause
    }
  }
  const refresh = usePolling(sync, { interval: INTERVAL_MS, enabled: isActive(generation.status) })
  return { generation, ended, upsert, failed, sync: () => void refresh() }
}
