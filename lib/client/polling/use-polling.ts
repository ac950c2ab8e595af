import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPoller, type Interval, type Poll, type Poller } from './create-poller'

type Options = {
  /**
   * A number: ms between polls while the page is visible, longer after failures; no polls while it is hidden. A
   * function decides for itself. Null: polls only when the page becomes visible, the network returns, or on refresh.
   */
  interval: Interval
  /** False: polls only on refresh. */
  enabled?: boolean
}

/**
 * Polls the server: one poll at a time, paused while the page is hidden, immediately when it becomes visible or the
 * network returns, with backoff on failure, and stopped on unmount.
 * @returns `refresh`
 */
export function usePolling(poll: Poll, { interval, enabled = true }: Options): Poller['refresh'] {
  const current = useRef({ poll, interval })
  const [poller] = useState(() => createPoller(() => current.current))
  useLayoutEffect(() => {
    current.current = { poll, interval }
    poller.reschedule()
  })
  useEffect(() => (enabled ? poller.start() : undefined), [enabled, poller])
  return poller.refresh
}
