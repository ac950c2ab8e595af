// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { aGeneration } from '@/testing/a-generation'
import { act, renderHook } from '@/testing/dom'
import { useFollowed } from './use-followed'

test('a generation has ended once, when it stops being active, and not when it is opened or changed', () => {
  const processing = aGeneration({ status: 'processing' })
  const { result } = renderHook(() => useFollowed(aGeneration({ status: 'pending' })))
  expect(result.current.ended).toEqual([])
  act(() => result.current.upsert(processing))
  expect(result.current.ended).toEqual([])

  const failed = aGeneration({ status: 'failed' })
  act(() => result.current.upsert(failed))
  const { ended } = result.current
  expect(ended).toEqual([failed])
  act(() => result.current.upsert({ ...failed, starred: true }))
  expect(result.current.ended).toBe(ended)
})

test('one that had ended before the page was opened is no news', () => {
  const { result } = renderHook(() => useFollowed(aGeneration({ status: 'completed' })))
  expect(result.current.ended).toEqual([])
})
