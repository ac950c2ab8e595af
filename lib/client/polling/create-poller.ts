/** Upper limit of the backoff between failed polls, in ms. */
const MAX_INTERVAL_MS = 30_000

export type PollingState = {
  /** The page is not visible: another tab is selected, or the window is minimized. */
  hidden: boolean
  /** Failed polls in a row. */
  failures: number
}

/** Time until the next poll in ms; null: not automatically. */
export type Interval = number | null | ((state: PollingState) => number | null)

/** Polls once. Rejects on failure; `signal` aborts when nobody needs the result any more. */
export type Poll = (signal: AbortSignal) => Promise<void>

export type Poller = {
  /** Starts polling. Returns a function that stops it and aborts the poll in flight. */
  start: () => () => void
  /** Call when the interval may have changed; a changed one counts from now. */
  reschedule: () => void
  /**
   * Polls once more: after the poll in flight, or with `now` instead of it. Resolves when that poll has ended, even
   * if it failed.
   */
  refresh: (options?: { now?: boolean }) => Promise<void>
}

/** Exponential backoff: doubles the interval with each failure in a row, up to 30 s. */
export const backoff = (intervalMs: number, failures: number): number =>
  Math.max(intervalMs, Math.min(intervalMs * 2 ** failures, MAX_INTERVAL_MS))

function intervalFor(interval: Interval, state: PollingState): number | null {
  if (typeof interval === 'function') return interval(state)
  return interval === null || state.hidden ? null : backoff(interval, state.failures)
}

/** Polls repeatedly, one poll at a time, and immediately when the page becomes visible or the network returns. */
export function createPoller(current: () => { poll: Poll; interval: Interval }): Poller {
  let failures = 0
  let started = false
  let inFlight: AbortController | null = null
  let again = false
  let timer: { id: ReturnType<typeof setTimeout>; interval: number } | null = null
  let settled: Promise<void> = Promise.resolve()

  const unschedule = () => {
    if (timer) clearTimeout(timer.id)
    timer = null
  }
  const reschedule = () => {
    if (!started || inFlight) return
    const interval = intervalFor(current().interval, { hidden: isHidden(), failures })
    if (timer?.interval === interval) return
    unschedule()
    if (interval !== null) timer = { id: setTimeout(() => void refresh(), interval), interval }
  }
  const pollOnce = async () => {
    const own = new AbortController()
    inFlight = own
    try {
      await current().poll(own.signal)
      failures = 0
    } catch {
      if (!own.signal.aborted) failures++ // the poll itself has handled the error
    }
  }
  const pollUntilSettled = async () => {
    unschedule()
    while (again) {
      again = false
      await pollOnce()
    }
    inFlight = null
    reschedule()
  }
  const refresh = ({ now = false } = {}): Promise<void> => {
    again = true
    if (now) inFlight?.abort()
    if (!inFlight) settled = pollUntilSettled()
    return settled
  }

  const start = () => {
    started = true
    const stopListening = listenForReturn(() => void refresh({ now: true }), reschedule)
    reschedule()
    return () => {
      started = false
      again = false
      stopListening()
      unschedule()
      inFlight?.abort()
    }
  }
  return { start, reschedule, refresh }
}

const isHidden = () => document.visibilityState !== 'visible'

/**
 * Reports when polling makes sense again: the page is visible, was restored from the back/forward cache, or is
 * online.
 */
function listenForReturn(onReturn: () => void, onHidden: () => void): () => void {
  const end = new AbortController()
  const options = { signal: end.signal }
  const onSeen = () => (isHidden() ? onHidden() : onReturn())
  document.addEventListener('visibilitychange', onSeen, options)
  window.addEventListener('pageshow', ({ persisted }) => persisted && onSeen(), options)
  window.addEventListener('online', onSeen, options)
  return () => end.abort()
}
