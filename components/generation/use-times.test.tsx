// @vitest-environment happy-dom
import { Suspense } from 'react'
import { expect, test } from 'vitest'
import { MessagesProvider } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { aGeneration } from '@/testing/a-generation'
import { act, renderHook, waitFor } from '@/testing/dom'
import { useTimes } from './use-times'

async function timesOf(generation: Partial<Generation>) {
  const { result } = await act(async () =>
    renderHook(() => useTimes(aGeneration(generation)), {
      wrapper: ({ children }) => (
        <Suspense>
          <MessagesProvider locale="en">{children}</MessagesProvider>
        </Suspense>
      ),
    }),
  )
  await waitFor(() => expect(result.current).toBeInstanceOf(Array)) // the language is there
  return Object.fromEntries(result.current.map(({ label, value }) => [label, value]))
}

const at = (time: string) => `2026-01-01T${time}.000Z`

test('the render time of one that waited in line counts from when it was sent', async () => {
  const times = await timesOf({
    status: 'completed',
    createdAt: at('10:00:00'),
    sentAt: at('10:20:00'),
    completedAt: at('10:22:30'),
  })
  expect(Object.keys(times)).toEqual(['Created', 'Sent', 'Saved', 'Render time'])
  expect(times['Render time']).toBe('2 min 30 s')
})

test.each([
  ['sent at once', at('10:00:02')],
  ['of before there was a line', null],
])('one %s has no time of its own for that', async (_, sentAt) => {
  const times = await timesOf({
    status: 'completed',
    createdAt: at('10:00:00'),
    sentAt,
    completedAt: at('10:01:00'),
  })
  expect(Object.keys(times)).toEqual(['Created', 'Saved', 'Render time'])
})

test('one that is queued has only been created', async () => {
  expect(Object.keys(await timesOf({ status: 'queued' }))).toEqual(['Created'])
})
