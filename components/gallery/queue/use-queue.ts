import { useEffect, useState } from 'react'
import { useGenerationActions } from '@/components/gallery/actions/generation-actions'
import { useRefusalText } from '@/components/gallery/actions/use-refusal-text'
import { showToast } from '@/components/ui/toast'
import { queue as api } from '@/lib/client/api/queue'
import { useMessages } from '@/lib/client/messages'
import { usePolling } from '@/lib/client/polling'
import type { Generation } from '@/lib/shared/generation'
import { queueEn } from '@/lib/shared/messages/en/queue'
import { queueZh } from '@/lib/shared/messages/zh/queue'
import type { Queue } from '@/lib/shared/queue'

const INTERVAL_MS = 3_000
const TOAST_S = 12

/**
 * The queue of the whole studio, polled; until it is read, as far as the page's own queued generations tell. `setPaused`
 * holds it or lets it go on. Not optimistic, since everybody is held.
 */
export function useQueue(own: readonly Generation[]) {
  const messages = useMessages({ en: queueEn, zh: queueZh })
  const { refresh: refreshPage } = useGenerationActions()
  const refusalText = useRefusalText()
  const [read, setRead] = useState<Queue | null>(null)
  const [busy, setBusy] = useState(false)
  const refresh = usePolling(async (stop) => setRead(await api.read(stop)), { interval: INTERVAL_MS })
  const waiting = own.length
  useEffect(() => {
    if (waiting > 0) void refresh() // also when one came or went
  }, [waiting, refresh])

  const setPaused = async (paused: boolean) => {
    if (busy) return
    setBusy(true)
    const answer = await (paused ? api.hold() : api.goOn())
    setBusy(false)
    if (answer.type === 'changed') setRead(answer.queue)
    void refresh({ now: true }) // instead of a poll that began before
    refreshPage() // the cards say so, too
    if (answer.type !== 'changed')
      showToast({ text: messages.notChanged(await refusalText(answer)), seconds: TOAST_S })
  }
  return {
    paused: read ? read.paused : (own[0]?.queue?.paused ?? null),
    queued: Math.max(waiting, read?.queued ?? 0), // one’s own may just have come
    busy,
    setPaused,
  }
}
