import { expect, test } from 'vitest'
import { dayIn, daysBetween } from './days'
import { galleryEn } from './en/gallery'
import { galleryZh } from './zh/gallery'

const now = new Date(2026, 2, 30, 0, 30) // just after midnight, the day after clocks are set forward in Europe

test.each([
  [new Date(2026, 2, 30, 0, 1), null, null],
  [new Date(2026, 2, 29, 23, 59), 'Yesterday', '昨天'],
  [new Date(2026, 2, 28, 23, 59), '28 Mar', '3月28日'],
  [new Date(2025, 11, 31), '31 Dec 2025', '2025年12月31日'],
  [new Date(2026, 2, 30, 12), null, null], // another clock is ahead of this one
])('a video of %s is marked as %j', (made, english, chinese) => {
  expect(galleryEn.day(made, now)).toBe(english)
  expect(galleryZh.day(made, now)).toBe(chinese)
})

test('days are calendar days', () => {
  expect(daysBetween(new Date(2026, 2, 29, 23), now)).toBe(1)
  expect(dayIn('en', new Date(2026, 0, 2), now)).toBe('2 Jan')
})
