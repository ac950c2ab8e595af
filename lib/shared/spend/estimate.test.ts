import { expect, test } from 'vitest'
import { estimate } from './estimate'
import { isCurrency, NO_PRICES, priceSchema } from './prices'

const video = {
  model: 'seedance-2',
  ratio: '16:9',
  resolution: '720p',
  duration: 5,
  generateAudio: false,
}
const rate = { model: 'seedance-2', resolution: '720p', sound: false, credits: 10 }
const prices = { ...NO_PRICES, rates: [rate, { ...rate, sound: true, credits: 12.34 }] }
const USD = { amount: 0.1, currency: 'USD' }

test('without a price there are seconds and tokens, and no money', () => {
  expect(estimate(video, NO_PRICES)).toEqual({ credits: null, tokens: 108_900, seconds: 5, price: null })
  expect(estimate(video, { rates: [], thousand: USD })).toMatchObject({ credits: null, price: null })
})

test.each([
  [{ resolution: '480p' }, 50_639],
  [{ duration: 10 }, 216_900],
  [{ ratio: '9:16' }, 108_900],
  [{ ratio: 'adaptive' }, 109_586], // the largest of the six
  [{ resolution: '1440p' }, null],
  [{ model: 'a model of the past' }, null],
])('%j takes %s tokens', (changed, tokens) => {
  expect(estimate({ ...video, ...changed }, NO_PRICES).tokens).toBe(tokens)
})

test('credits are those of the model, the resolution and the sound', () => {
  expect(estimate(video, prices).credits).toBe(50)
  expect(estimate({ ...video, generateAudio: true }, prices).credits).toBe(61.7)
  expect(estimate({ ...video, resolution: '480p' }, prices).credits).toBeNull()
  expect(estimate({ ...video, model: 'seedance-1.5-pro' }, prices).credits).toBeNull()
})

test('a price of nothing is a price', () => {
  expect(estimate(video, { rates: [{ ...rate, credits: 0 }], thousand: USD })).toMatchObject({
    credits: 0,
    price: { amount: 0, currency: 'USD' },
  })
})

test('several cost as many times as much', () => {
  expect(estimate(video, { ...prices, thousand: USD }, 8)).toEqual({
    credits: 400,
    tokens: 871_200,
    seconds: 40,
    price: { amount: 0.04, currency: 'USD' },
  })
})

test('prices need a currency that exists, one rate for each kind, and no negative numbers', () => {
  const valid = { ...NO_PRICES, rates: [rate], thousand: USD }
  expect(priceSchema.safeParse(valid).success).toBe(true)
  for (const wrong of [
    { thousand: { amount: 0.1, currency: 'XYZ' } },
    { thousand: { amount: 0.1, currency: 'usd' } },
    { thousand: { amount: 0, currency: 'USD' } },
    { rates: [rate, rate] },
    { rates: [{ ...rate, credits: -1 }] },
    { rates: [{ ...rate, credits: Number.POSITIVE_INFINITY }] },
    { failed: 'perhaps' },
  ])
    expect(priceSchema.safeParse({ ...valid, ...wrong }).success, JSON.stringify(wrong)).toBe(false)
  expect(['CNY', 'EUR', 'JPY'].every(isCurrency)).toBe(true)
})
