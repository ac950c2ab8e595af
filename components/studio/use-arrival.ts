import { useEffect, useEffectEvent } from 'react'
import { showToast } from '@/components/ui/toast'
import { useMessages } from '@/lib/client/messages'
import type { ArrivalActions } from './arrive'

/** Runs the action in the URL, `?again=`, `?seed=` or `?continue=` with a generation’s id. Loaded only where there is one. */
export function useArrival(actions: ArrivalActions) {
  const { networkError } = useMessages('decisions')
  const { gone } = useMessages('actions')
  const begin = useEffectEvent(async () => {
    if (!/[?&](again|seed|continue)=/.test(location.search)) return
    try {
      const { arrive } = await import('./arrive')
      arrive(actions, { gone, networkError })
    } catch {
      showToast({ text: networkError, seconds: 12 })
    }
  })
  useEffect(() => void begin(), [])
}
