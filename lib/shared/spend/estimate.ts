import { findModel, isFixedRatio, type Settings } from '@/lib/shared/models'
import type { Money, Prices } from './prices'
import { keyOfRate, roundCredits } from './prices'

/**
 * What videos will cost by the prices that an owner entered. `credits` and `price` are null where no price is known; `tokens` is the
 * model's own measure, null for a size that isn't known.
 */
export type Estimate = {
  credits: number | null
  tokens: number | null
  seconds: number
  price: Money | null
}

/** The settings that decide what a video costs. */
export type Estimated = { model: string } & Pick<
  Settings,
  'ratio' | 'resolution' | 'duration' | 'generateAudio'
>

/** The model makes 24 frames a second, and one more. */
const FRAMES_PER_SECOND = 24
const PIXELS_PER_TOKEN = 1_024

/**
 * Estimates what `count` videos of these settings cost.
 * @param prices those of now, or of the moment when the videos were written down
 */
export function estimate(of: Estimated, prices: Pick<Prices, 'rates' | 'thousand'>, count = 1): Estimate {
  const credits = creditsOf(of, prices.rates)
  const all = credits === null ? null : roundCredits(credits * count)
  const tokens = tokensOf(of)
  return {
    credits: all,
    tokens: tokens === null ? null : tokens * count,
    seconds: of.duration * count,
    price: all === null ? null : priceOf(all, prices.thousand),
  }
}

/** What several cost together; what isn't known of one isn't known of all. */
export function sumOf(estimates: readonly Estimate[], thousand: Money | null): Estimate {
  const add = (one: number | null, other: number | null) =>
    one === null || other === null ? null : one + other
  const nothing: Estimate = { credits: 0, tokens: 0, seconds: 0, price: null }
  const sum = estimates.reduce(
    (all, one) => ({
      credits: add(all.credits, one.credits),
      tokens: add(all.tokens, one.tokens),
      seconds: all.seconds + one.seconds,
      price: null,
    }),
    nothing,
  )
  const credits = sum.credits === null ? null : roundCredits(sum.credits)
  return { ...sum, credits, price: credits === null ? null : priceOf(credits, thousand) }
}

/** What credits cost. null: no price was entered. */
export const priceOf = (credits: number, thousand: Money | null): Money | null =>
  thousand && { amount: (credits * thousand.amount) / 1_000, currency: thousand.currency }

function creditsOf(
  { model, resolution, duration, generateAudio }: Estimated,
  rates: Prices['rates'],
): number | null {
  const wanted = keyOfRate({ model, resolution, sound: generateAudio })
  const rate = rates.find((one) => keyOfRate(one) === wanted)
  return rate ? roundCredits(rate.credits * duration) : null
}

/** For `adaptive`, whose ratio the model chooses, the largest size at this resolution: at most 5 % more than any other. */
function tokensOf({ model, ratio, resolution, duration }: Estimated): number | null {
  const pixels = findModel(model)?.pixels
  if (!pixels) return null
  const sizes = isFixedRatio(ratio) ? [pixels[ratio]] : Object.values(pixels)
  const areas = sizes.flatMap((byResolution) => {
    const size = byResolution[resolution]
    return size ? [size[0] * size[1]] : []
  })
  if (areas.length === 0) return null
  const frames = FRAMES_PER_SECOND * duration + 1
  return Math.round((Math.max(...areas) * frames) / PIXELS_PER_TOKEN)
}
