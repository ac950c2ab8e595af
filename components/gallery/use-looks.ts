import { useCallback, useEffect, useRef } from 'react'

const EVERY_MS = 3_000

/**
 * Looks again and again while it is `wanted` and the page is in sight, and at once when the page comes back to sight
 * or the network returns. One look at a time. `look` must not throw. Returns how to have one more: after the one
 * that is under way, or with `now` in its place.
 */
export function useLooks(look: (stop: AbortSignal) => Promise<void>, wanted: boolean) {
  const latest = useRef(look)
  useEffect(() => {
    latest.current = look
  })
  const underWay = useRef<AbortController>(null)
  const again = useRef(false)

  const refresh = useCallback(async ({ now = false } = {}) => {
    again.current = true
    if (now) underWay.current?.abort()
    if (underWay.current) return
    while (again.current) {
      again.current = false
      underWay.current = new AbortController()
      await latest.current(underWay.current.signal)
    }
    underWay.current = null
  }, [])

  useEffect(() => {
    if (!wanted) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && !underWay.current) void refresh()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [wanted, refresh])

  useEffect(() => {
    const end = new AbortController()
    const options = { signal: end.signal }
    const seen = () => document.visibilityState === 'visible' && void refresh({ now: true })
    document.addEventListener('visibilitychange', seen, options)
    window.addEventListener('pageshow', ({ persisted }) => persisted && seen(), options)
    window.addEventListener('online', seen, options)
    return () => end.abort()
  }, [refresh])

  return refresh
}
