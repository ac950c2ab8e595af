// @vitest-environment happy-dom

import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { act, render, screen } from '@/testing/dom'
import { createStore, type Store, useStore } from './create-store'

function Shown({ store }: { store: Store<number> }) {
  return <output>{useStore(store)}</output>
}

test('a component shows the state and every change of it', () => {
  const store = createStore(1)
  render(<Shown store={store} />)
  expect(screen.getByRole('status').textContent).toBe('1')
  act(() => store.set(2))
  expect(screen.getByRole('status').textContent).toBe('2')
})

test('setting an equal state notifies nobody', () => {
  const store = createStore(1)
  const listener = vi.fn()
  store.subscribe(listener)
  store.set(1)
  expect(listener).not.toHaveBeenCalled()
  store.set(2)
  expect(listener).toHaveBeenCalledOnce()
})

test('server rendering uses the server state', () => {
  expect(renderToString(<Shown store={createStore(1, { server: 7 })} />)).toContain('7')
  expect(renderToString(<Shown store={createStore(1)} />)).toContain('1')
})

test('a store starts with the first subscriber, stops with the last, and starts again', () => {
  const stop = vi.fn()
  const start = vi.fn((set: (next: number) => void) => {
    set(5)
    return stop
  })
  const store = createStore(0, { start })
  const leave = [store.subscribe(() => {}), store.subscribe(() => {})]
  expect(start).toHaveBeenCalledOnce()
  expect(store.get()).toBe(5)
  leave[0]?.()
  leave[0]?.() // unsubscribing twice counts once
  expect(stop).not.toHaveBeenCalled()
  leave[1]?.()
  expect(stop).toHaveBeenCalledOnce()
  store.subscribe(() => {})
  expect(start).toHaveBeenCalledTimes(2)
})

test('a listener that unsubscribes while being notified does not affect the others', () => {
  const store = createStore(0)
  const notified: string[] = []
  const leave = store.subscribe(() => {
    notified.push('first')
    leave()
  })
  store.subscribe(() => notified.push('second'))
  store.set(1)
  store.set(2)
  expect(notified).toEqual(['first', 'second', 'second'])
})
