import { expect, test } from 'vitest'
import { summary } from './summary'

const seconds = (...times: number[]) => times.map((time) => time * 1_000)

test('fewer than five videos give no estimate', () => {
  expect(summary([])).toBeNull()
  expect(summary(seconds(60, 60, 60, 60))).toBeNull()
})

test('half of the videos took no longer than the median, 90 % no longer than p90', () => {
  expect(summary(seconds(90, 60, 240, 120, 150))).toEqual({ count: 5, median: 120, p90: 240 })
  expect(summary(seconds(...Array.from({ length: 200 }, (_, n) => n + 1)))).toEqual({
    count: 200,
    median: 100,
    p90: 180,
  })
})

test('one video found a day late changes neither median nor p90', () => {
  const usual = Array.from({ length: 19 }, () => 120)
  expect(summary(seconds(...usual, 86_400))).toEqual({ count: 20, median: 120, p90: 120 })
})
