import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPoller, type Interval, type Poll, type Poller } from './create-poller'

type Options = {
  /**
   * A number: pauses of that many ms while the page is visible, longer after failures; none while it is hidden. A
   * function decides by itself. Null: polls only when the page is shown again, the network returns, or it is asked to.
   */
  interval: Interval
  /** False: polls only when it is asked to. */
  enabled?: boolean
}

/**
 * Asks the server again and again: one poll at a time, paused while the page is hidden, at once when it is shown again
 * or the network returns, less often while it fails, and ended with the component.
 * @returns how to poll once more
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
