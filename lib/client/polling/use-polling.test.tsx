// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { act, renderHook } from '@/testing/dom'
import type { Interval } from './create-poller'
import { usePolling } from './use-polling'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  show('visible', { tell: false })
})

/** Simulates switching to another tab and back. */
function show(state: 'visible' | 'hidden', { tell = true } = {}) {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
  if (tell) act(() => void document.dispatchEvent(new Event('visibilitychange')))
}
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

/** A server whose responses the test triggers. */
function server() {
  const requests: { signal: AbortSignal; answer: () => Promise<void>; fail: () => Promise<void> }[] = []
  const poll = vi.fn(
    (signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
        requests.push({
          signal,
          answer: async () => act(async () => resolve()),
          fail: async () => act(async () => reject(new Error('No connection.'))),
        })
      }),
  )
  return { poll, last: () => requests.at(-1) ?? expect.fail('Nothing was asked.') }
}

type Props = { interval: Interval; enabled?: boolean }
function polling(poll: (signal: AbortSignal) => Promise<void>, initialProps: Props) {
  return renderHook((props: Props) => usePolling(poll, props), { initialProps })
}
const answering = () => vi.fn(async () => {})

test('polling waits one interval after the end of each poll', async () => {
  const { poll, last } = server()
  polling(poll, { interval: 3_000 })
  await pass(2_999)
  expect(poll).not.toHaveBeenCalled()
  await pass(1)
  expect(poll).toHaveBeenCalledTimes(1)
  await pass(60_000)
  expect(poll, 'never two at a time').toHaveBeenCalledTimes(1)
  await last().answer()
  await pass(3_000)
  expect(poll).toHaveBeenCalledTimes(2)
})

test('rendering again does not delay the next poll', async () => {
  const poll = answering()
  const { rerender } = polling(poll, { interval: 3_000 })
  await pass(2_000)
  rerender({ interval: 3_000 })
  await pass(1_000)
  expect(poll).toHaveBeenCalledOnce()
})

test('a changed interval applies immediately', async () => {
  const poll = answering()
  const { rerender } = polling(poll, { interval: null })
  await pass(60_000)
  expect(poll).not.toHaveBeenCalled()
  rerender({ interval: 5_000 })
  await pass(5_000)
  expect(poll).toHaveBeenCalledTimes(1)
  rerender({ interval: null })
  await pass(60_000)
  expect(poll).toHaveBeenCalledTimes(1)
})

test('a hidden page does not poll, and polls immediately when it becomes visible', async () => {
  const poll = answering()
  polling(poll, { interval: 3_000 })
  show('hidden')
  await pass(60_000)
  expect(poll).not.toHaveBeenCalled()
  show('visible')
  expect(poll).toHaveBeenCalledTimes(1)
  await pass(3_000)
  expect(poll).toHaveBeenCalledTimes(2)
})

test('an interval function can keep a hidden page polling, less often', async () => {
  const poll = answering()
  polling(poll, { interval: ({ hidden }) => (hidden ? 15_000 : 3_000) })
  show('hidden')
  await pass(14_999)
  expect(poll).not.toHaveBeenCalled()
  await pass(1)
  expect(poll).toHaveBeenCalledOnce()
})

test('a page that is online again or restored from the back/forward cache polls immediately', async () => {
  const poll = answering()
  polling(poll, { interval: null })
  await act(async () => void window.dispatchEvent(new Event('online')))
  expect(poll).toHaveBeenCalledTimes(1)
  await act(async () => void window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true })))
  expect(poll).toHaveBeenCalledTimes(2)
  await act(async () => void window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false })))
  expect(poll, 'a page that was just loaded is up to date').toHaveBeenCalledTimes(2)
})

test('a poll still in flight when the page becomes visible is aborted and replaced', async () => {
  const { poll, last } = server()
  polling(poll, { interval: 3_000 })
  await pass(3_000)
  const before = last()
  show('visible')
  await pass(0)
  expect(before.signal.aborted).toBe(true)
  expect(poll).toHaveBeenCalledTimes(2)
  expect(last().signal.aborted).toBe(false)
})

test('polling backs off while it fails and returns to its interval after a success', async () => {
  const { poll, last } = server()
  polling(poll, { interval: 3_000 })
  const pauses = [3_000, 6_000, 12_000, 24_000, 30_000, 30_000]
  for (const [polls, pause] of pauses.entries()) {
    await pass(pause - 1)
    expect(poll).toHaveBeenCalledTimes(polls)
    await pass(1)
    expect(poll).toHaveBeenCalledTimes(polls + 1)
    await last().fail()
  }
  await pass(30_000)
  await last().answer()
  await pass(3_000)
  expect(poll).toHaveBeenCalledTimes(pauses.length + 2)
})

test('any number of refreshes during a poll cause one more poll after it', async () => {
  const { poll, last } = server()
  const { result } = polling(poll, { interval: null })
  const ended = vi.fn()
  for (let times = 0; times < 3; times++) void result.current().then(ended)
  expect(poll).toHaveBeenCalledTimes(1)
  await last().answer()
  expect(poll).toHaveBeenCalledTimes(2)
  expect(ended).not.toHaveBeenCalled()
  await last().answer()
  expect(poll).toHaveBeenCalledTimes(2)
  expect(ended).toHaveBeenCalledTimes(3)
})

test('an immediate refresh replaces the poll in flight', async () => {
  const { poll, last } = server()
  const { result } = polling(poll, { interval: null })
  void result.current()
  const before = last()
  await act(async () => void result.current({ now: true }))
  expect(before.signal.aborted).toBe(true)
  expect(poll).toHaveBeenCalledTimes(2)
})

test('an aborted poll does not count as a failure', async () => {
  const { poll, last } = server()
  polling(poll, { interval: 3_000 })
  await pass(3_000)
  show('visible')
  await pass(0)
  expect(poll).toHaveBeenCalledTimes(2)
  await last().fail()
  await pass(5_999)
  expect(poll).toHaveBeenCalledTimes(2)
  await pass(1)
  expect(poll, 'one failure doubles the pause').toHaveBeenCalledTimes(3)
})

test('disabled polling polls only on refresh', async () => {
  const poll = answering()
  const { result } = polling(poll, { interval: 3_000, enabled: false })
  await pass(60_000)
  show('visible')
  expect(poll).not.toHaveBeenCalled()
  await act(() => result.current())
  expect(poll).toHaveBeenCalledOnce()
})

test('unmounting aborts the poll and clears the timer', async () => {
  const { poll, last } = server()
  const { unmount } = polling(poll, { interval: 3_000 })
  await pass(3_000)
  unmount()
  expect(last().signal.aborted).toBe(true)
  await pass(60_000)
  show('visible')
  expect(poll).toHaveBeenCalledTimes(1)
  expect(vi.getTimerCount()).toBe(0)
})
