/** Longest pause between two polls of which each failed, in ms. */
const MAX_INTERVAL_MS = 30_000

export type PollingState = {
  /** The page can't be seen: its tab is not the chosen one, or its window is put away. */
  hidden: boolean
  /** How many polls failed in a row. */
  failures: number
}

/** Time to the next poll in ms; null: none by itself. */
export type Interval = number | null | ((state: PollingState) => number | null)

/** Asks once. It throws when it failed; `signal` tells it that nobody waits for the answer any more. */
export type Poll = (signal: AbortSignal) => Promise<void>

export type Poller = {
  /** Takes up polling. Returns how to stop: what is under way is aborted. */
  start: () => () => void
  /** To be called when the interval may be another one; a changed one counts from now. */
  reschedule: () => void
  /**
   * Polls once more: after the poll that is under way, or with `now` in its place. Resolves when that has ended,
   * well or not.
   */
  refresh: (options?: { now?: boolean }) => Promise<void>
}

/** Doubles a pause with each failure in a row, up to 30 s. */
export const backoff = (intervalMs: number, failures: number): number =>
  Math.max(intervalMs, Math.min(intervalMs * 2 ** failures, MAX_INTERVAL_MS))

function intervalFor(interval: Interval, state: PollingState): number | null {
  if (typeof interval === 'function') return interval(state)
  return interval === null || state.hidden ? null : backoff(interval, state.failures)
}

/** Polls again and again, one poll at a time, and at once when the page is shown again or the network returns. */
export function createPoller(current: () => { poll: Poll; interval: Interval }): Poller {
  let failures = 0
  let started = false
  let underWay: AbortController | null = null
  let again = false
  let timer: { id: ReturnType<typeof setTimeout>; interval: number } | null = null
  let settled: Promise<void> = Promise.resolve()

  const unschedule = () => {
    if (timer) clearTimeout(timer.id)
    timer = null
  }
  const reschedule = () => {
    if (!started || underWay) return
    const interval = intervalFor(current().interval, { hidden: isHidden(), failures })
    if (timer?.interval === interval) return
    unschedule()
    if (interval !== null) timer = { id: setTimeout(() => void refresh(), interval), interval }
  }
  const pollOnce = async () => {
    const own = new AbortController()
    underWay = own
    try {
      await current().poll(own.signal)
      failures = 0
    } catch {
      if (!own.signal.aborted) failures++ // what it means for the page, the poll itself has said
    }
  }
  const pollUntilSettled = async () => {
    unschedule()
    while (again) {
      again = false
      await pollOnce()
    }
    underWay = null
    reschedule()
  }
  const refresh = ({ now = false } = {}): Promise<void> => {
    again = true
    if (now) underWay?.abort()
    if (!underWay) settled = pollUntilSettled()
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
      underWay?.abort()
    }
  }
  return { start, reschedule, refresh }
}

const isHidden = () => document.visibilityState !== 'visible'

/** Tells when asking makes sense again: the page is shown, has come back from the browser's cache, or is online. */
function listenForReturn(onReturn: () => void, onHidden: () => void): () => void {
  const end = new AbortController()
  const options = { signal: end.signal }
  const onSeen = () => (isHidden() ? onHidden() : onReturn())
  document.addEventListener('visibilitychange', onSeen, options)
  window.addEventListener('pageshow', ({ persisted }) => persisted && onSeen(), options)
  window.addEventListener('online', onSeen, options)
  return () => end.abort()
}
