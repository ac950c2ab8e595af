// @vitest-environment happy-dom
import { Suspense } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { act as press, useShown } from '@/components/ui/toast/toasts'
import { MessagesProvider } from '@/lib/client/messages'
import { aGeneration } from '@/testing/a-generation'
import { act, renderHook, waitFor } from '@/testing/dom'
import { type Undo, useRemoval } from './use-removal'

let sent: string[]
let status: number

beforeEach(() => {
  sessionStorage.clear()
  sent = []
  status = 200
  vi.stubGlobal('fetch', async (path: string, { method }: RequestInit) => {
    sent.push(`${method} ${path}`)
    return new Response('{}', { status })
  })
})
afterEach(() => vi.unstubAllGlobals())

const koala = aGeneration({ status: 'queued' })

/** Removes these, which are all of a feed. */
async function remove(undo: Undo, those = [koala]) {
  const drop = vi.fn()
  const feed = { items: those, making: those, drop }
  const { result } = await act(async () =>
    renderHook(() => ({ ...useRemoval(feed), toasts: useShown() }), {
      wrapper: ({ children }) => (
        <Suspense>
          <MessagesProvider locale="en">{children}</MessagesProvider>
        </Suspense>
      ),
    }),
  )
  await waitFor(() => expect(result.current.items).toEqual(those)) // the language is there
  await act(async () => result.current.remove(those, { undo, failed: (_, count) => `${count} refused` }))
  const pressUndo = () => act(async () => press(result.current.toasts.at(-1)?.id ?? -1))
  return { result, drop, pressUndo }
}

test('what waits for its undo is not deleted before, and not at all once that is pressed', async () => {
  const { result, pressUndo } = await remove('delayed')
  expect(result.current.items).toEqual([])
  expect(sent).toEqual([])
  await pressUndo()
  expect(result.current.items).toEqual([koala])
  expect(sent).toEqual([])
})

test('what must not wait is deleted at once, and its undo brings it back anew', async () => {
  const again = vi.fn()
  const { drop, pressUndo } = await remove(again)
  await waitFor(() => expect(drop).toHaveBeenCalledExactlyOnceWith(koala.id))
  expect(sent).toEqual([`DELETE /api/generations/${koala.id}?status=queued`])
  expect(again).not.toHaveBeenCalled()
  await pressUndo()
  expect(again).toHaveBeenCalledOnce()
  expect(sent).toHaveLength(1)
})

test('what was not deleted offers no undo, and is back', async () => {
  status = 500
  const again = vi.fn()
  const { result, drop } = await remove(again)
  await waitFor(() => expect(result.current.toasts.at(-1)?.text).toBe('1 refused'))
  expect(result.current.toasts.filter(({ action }) => action)).toEqual([])
  expect(result.current.items).toEqual([koala])
  expect(drop).not.toHaveBeenCalled()
})

test('several are deleted one by one, come back together, and are refused in one toast', async () => {
  const both = [koala, aGeneration({ id: '01J2', status: 'completed' })]
  const { result, pressUndo } = await remove('delayed', both)
  expect(result.current.items).toEqual([])
  await pressUndo()
  expect(result.current.items).toEqual(both)
  expect(sent).toEqual([])

  status = 500
  await act(async () => result.current.remove(both, { undo: null, failed: (_, count) => `${count} refused` }))
  await waitFor(() => expect(result.current.toasts.at(-1)?.text).toBe('2 refused'))
  expect(sent.map((call) => call.split(/[/?]/)[3])).toEqual(both.map(({ id }) => id))
  expect(result.current.items).toEqual(both)
})
