import { expect, test } from 'vitest'
import { day, moment } from './numbers'

const TIME = '2026-11-25T01:54:45Z'

test.each([
  ['en', '25 Nov 2026', '25 Nov 2026, 01:54'],
  ['zh', '2026年11月25日', '2026年11月25日 01:54'],
])('in %s a time begins as its day is written, and has no seconds', (locale, date, time) => {
  expect([day(locale, TIME), moment(locale, TIME, 'UTC')]).toEqual([date, time])
})
