// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { act as commit, renderHook } from '@/testing/dom'
import { act, dismiss, showToast, useShown } from './toasts'

function shown() {
  const { result, unmount } = renderHook(useShown)
  unmount()
  return result.current
}

afterEach(() => {
  for (const { id } of shown()) dismiss(id)
})

function show(seconds: number | null = 8) {
  const [gone, pressed] = [vi.fn(), vi.fn()]
  const action = { label: 'Undo', press: pressed }
  const hide = showToast({ text: 'Deleted.', seconds, action, onGone: gone })
  return { id: shown().at(-1)?.id ?? -1, gone, pressed, hide }
}

test('a toast ends once: by its action or by closing', () => {
  const [first, second] = [show(), show()]
  act(first.id)
  dismiss(first.id)
  dismiss(second.id)
  act(second.id)
  expect([first.pressed, first.gone].map(({ mock }) => mock.calls.length)).toEqual([1, 0])
  expect([second.pressed, second.gone].map(({ mock }) => mock.calls.length)).toEqual([0, 1])
  expect(shown()).toEqual([])
})

test('a hidden toast is gone at once and calls nothing', () => {
  const [toast, other] = [show(), show()]
  toast.hide()
  expect(shown().map(({ id }) => id)).toEqual([other.id])
  dismiss(toast.id)
  act(toast.id)
  expect(toast.gone).not.toHaveBeenCalled()
  expect(toast.pressed).not.toHaveBeenCalled()
})

test('a fourth toast replaces the oldest, except one that waits for the user', () => {
  const waits = show(null)
  const [oldest, other] = [show(), show()]
  const newest = show()
  expect(oldest.gone).toHaveBeenCalledOnce()
  expect(shown().map(({ id }) => id)).toEqual([waits.id, other.id, newest.id])
})

test('subscribers see each change', () => {
  const { result } = renderHook(useShown)
  let hide = () => {}
  commit(() => {
    hide = showToast({ text: 'Deleted.', seconds: 8 })
  })
  expect(result.current.map(({ text }) => text)).toEqual(['Deleted.'])
  commit(hide)
  expect(result.current).toEqual([])
})
