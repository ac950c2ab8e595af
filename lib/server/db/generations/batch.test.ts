import { expect, test } from 'vitest'
import { batch } from './batch'

const doubled = () => {
  const trips: number[][] = []
  const double = batch<number, number>(
    () => 1,
    async (items) => {
      trips.push(items)
      if (items.includes(13)) throw new Error('unlucky')
      return items.map((item) => item * 2)
    },
  )
  return { trips, double }
}

test('calls made together are batched, and each gets its own answer', async () => {
  const { trips, double } = doubled()
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6])
  expect(await double(4)).toBe(8)
  expect(trips).toEqual([[1, 2, 3], [4]])
})

test('a failure rejects every call of the batch and none after it', async () => {
  const { double } = doubled()
  const together = await Promise.allSettled([double(1), double(13)])
  expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await double(1)).toBe(2)
})
