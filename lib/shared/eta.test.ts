import { expect, test } from 'vitest'
import { spanOf } from './eta'

test.each([
  [3, 6, { from: 10, to: 10, unit: 'seconds' }],
  [34, 41, { from: 30, to: 50, unit: 'seconds' }],
  [55, 89, { from: 60, to: 90, unit: 'seconds' }],
  [55, 90, { from: 1, to: 2, unit: 'minutes' }],
  [20, 240, { from: 1, to: 4, unit: 'minutes' }],
  [118, 121, { from: 2, to: 3, unit: 'minutes' }],
  [120, 120, { from: 2, to: 2, unit: 'minutes' }],
  [140, 235, { from: 2, to: 4, unit: 'minutes' }],
  [1_500, 5_399, { from: 25, to: 90, unit: 'minutes' }],
  [1_500, 5_400, { from: 1, to: 2, unit: 'hours' }],
  [7_300, 36_000, { from: 2, to: 10, unit: 'hours' }],
] as const)('a median of %i s and a p90 of %i s are rounded to a span people read', (median, p90, span) => {
  expect(spanOf({ median, p90 })).toMatchObject(span)
})

test('a span never ends before the p90', () => {
  for (let p90 = 1; p90 < 20_000; p90 += 7) {
    expect(spanOf({ median: p90 / 2, p90 }).ends).toBeGreaterThanOrEqual(p90 * 1_000)
  }
})
