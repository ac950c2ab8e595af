import { expect, test } from 'vitest'
import type { Eta } from '@/lib/shared/eta'
import { en } from '@/lib/shared/messages/en'
import { zh } from '@/lib/shared/messages/zh'
import { etaText } from './eta-text'

const known: Eta = { duration: 5, resolution: '720p', count: 40, median: 130, p90: 230 }

test('the card shows the usual duration until that has passed', () => {
  expect(etaText(en, 'processing', known, 60_000)).toBe('Rendering · usually 2–4 min')
  expect(etaText(en, 'pending', known, 60_000)).toBe('Waiting at the provider · usually 2–4 min')
  expect(etaText(zh, 'processing', known, 60_000)).toBe('生成中，预计 2–4 分钟')
})

test('past the usual duration the card says that this video takes longer, without a number', () => {
  expect(etaText(en, 'processing', known, 240_000)).toContain('2–4')
  for (const status of ['pending', 'processing'] as const) {
    expect(etaText(en, status, known, 240_001)).toMatch(/^\D*longer than usual\D*$/)
  }
})

test('a range whose ends round to the same number is shown as one number', () => {
  const equal = { ...known, median: 7, p90: 9 }
  expect(etaText(en, 'processing', equal, 0)).toBe('Rendering · usually about 10 s')
  expect(etaText(en, 'processing', { ...known, median: 110, p90: 120 }, 0)).toContain('about 2 min')
})

test('the usual duration is left out when too few videos are known or once the video is rendered', () => {
  expect(etaText(en, 'processing', null, 1e9)).toBe(en.gallery.eta.processing)
  expect(etaText(en, 'saving', known, 1e9)).toBe(en.gallery.eta.saving)
  for (const status of ['queued', 'submitting'] as const) {
    expect(etaText(en, status, known, 1e9)).toBe(en.gallery.eta[status])
  }
})
