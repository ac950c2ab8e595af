import { expect, test } from 'vitest'
import { clock } from './clock'

test.each([
  [-3_000, '0:00'], // the server's clock is slightly ahead
  [9_999, '0:09'],
  [72_000, '1:12'],
  [3_599_000, '59:59'],
  [3_672_000, '1:01:12'],
])('%i ms is shown as %s', (ms, text) => {
  expect(clock(ms)).toBe(text)
})
