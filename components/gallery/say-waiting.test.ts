import { expect, test } from 'vitest'
import type { Waiting } from '@/lib/shared/waiting'
import { en } from '@/lib/shared/words/en'
import { zh } from '@/lib/shared/words/zh'
import { sayWaiting } from './say-waiting'

const known: Waiting = { duration: 5, resolution: '720p', count: 40, median: 130, nineInTen: 230 }

test('what most take is said while it may still hold', () => {
  expect(sayWaiting(en, 'processing', known, 60_000)).toBe('Being made. Most take 2 to 4 minutes.')
  expect(sayWaiting(en, 'pending', known, 60_000)).toBe(
    'Waiting for its turn. Most take 2 to 4 minutes in all.',
  )
  expect(sayWaiting(zh, 'processing', known, 60_000)).toBe('制作中，多数需要 2 到 4 分钟。')
})

test('past what was said it is said that this one takes longer, and no number is promised any more', () => {
  expect(sayWaiting(en, 'processing', known, 240_000)).toContain('2 to 4')
  for (const status of ['pending', 'processing'] as const) {
    expect(sayWaiting(en, status, known, 240_001)).toMatch(/^\D*longer than usual\D*$/)
  }
})

test('the same number twice is said once', () => {
  const equal = { ...known, median: 7, nineInTen: 9 }
  expect(sayWaiting(en, 'processing', equal, 0)).toBe('Being made. Most take about 10 seconds.')
  expect(sayWaiting(en, 'processing', { ...known, median: 110, nineInTen: 120 }, 0)).toContain(
    'about 2 minutes.',
  )
})

test('with too few films before it, and when it is made already, nothing of that is said', () => {
  expect(sayWaiting(en, 'processing', null, 1e9)).toBe(en.gallery.waiting.processing)
  expect(sayWaiting(en, 'saving', known, 1e9)).toBe(en.gallery.waiting.saving)
  expect(sayWaiting(en, 'submitting', known, 0)).toBe(en.gallery.waiting.submitting)
})
