import { useState } from 'react'
import { readGeneration } from '@/lib/client/api'
import { usePolling } from '@/lib/client/polling'
import { type Generation, isActive } from '@/lib/shared/generation'

const INTERVAL_MS = 3_000

/** A generation, polled while it is active and the page is visible. */
export function useFollowed(initial: Generation) {
  const [generation, upsert] = useState(initial)
  const [failed, setFailed] = useState(false)

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
  return { generation, upsert, failed, sync: () => void refresh() }
}
