import { expect, test } from 'vitest'
import { MODEL_IDS } from '@/lib/shared/models'
import { keyOfRate } from '@/lib/shared/spend/prices'
import { otherRates, priceRows } from './price-rows'

test('what a model can make has a row: each resolution, with sound where it has any', () => {
  expect(priceRows(['seedance-2']).map(keyOfRate)).toEqual([
    'seedance-2 480p silent',
    'seedance-2 480p sound',
    'seedance-2 720p silent',
    'seedance-2 720p sound',
  ])
  expect(priceRows(['seedance-1.5-pro']).map(keyOfRate)).toEqual([
    'seedance-1.5-pro 480p silent',
    'seedance-1.5-pro 720p silent',
    'seedance-1.5-pro 1080p silent',
  ])
})

test('prices of what isn’t on offer are kept', () => {
  const rates = priceRows(MODEL_IDS).map((row) => ({ ...row, credits: 1 }))
  expect(otherRates(['seedance-2'], rates).every(({ model }) => model !== 'seedance-2')).toBe(true)
  expect(otherRates(MODEL_IDS, rates)).toEqual([])
})
