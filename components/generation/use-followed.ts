import { useState } from 'react'
import { readGeneration } from '@/lib/client/api'
import { usePolling } from '@/lib/client/polling'
import { type Generation, isActive } from '@/lib/shared/generation'

const INTERVAL_MS = 3_000

/** A generation as it stands, looked at again while it is being made and the page is in sight. */
export function useFollowed(initial: Generation) {
  const [generation, upsert] = useState(initial)
  const [failed, setFailed] = useState(false)

  const sync = async (stop: AbortSignal) => {
    try {
      const news = await readGeneration(generation.id, stop)
      if (news) upsert(news)
      setFailed(false)
    } catch (cause) {
      if (!stop.aborted) setFailed(true) // what is shown stays; a line says so until a look succeeds
      throw cause
    }
  }
  const refresh = usePolling(sync, { interval: INTERVAL_MS, enabled: isActive(generation.status) })
  return { generation, upsert, failed, sync: () => void refresh() }
}
