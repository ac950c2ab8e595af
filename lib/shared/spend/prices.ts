import * as z from 'zod/mini'

/** The most that a price, a budget or a figure may be. */
const MOST = 1_000_000_000

const amount = z.number().check(z.gte(0), z.lte(MOST))

const positive = z.number().check(z.gt(0), z.lte(MOST))

/** Whether a text is a currency's ISO 4217 code, such as `USD` or `CNY`. */
export const isCurrency = (code: string): boolean =>
  /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf('currency').includes(code)

const rate = z.strictObject({
  model: z.string().check(z.minLength(1), z.maxLength(64)),
  resolution: z.string().check(z.minLength(1), z.maxLength(16)),
  sound: z.boolean(),
  credits: amount,
})

const money = z.strictObject({ amount: positive, currency: z.string().check(z.refine(isCurrency)) })

/** How the provider bills tasks that it failed to finish; `unknown` until an owner says so. */
export const FAILED_TASKS = ['billed', 'not_billed', 'unknown'] as const

/**
 * What the provider charges, as an owner entered it. `rates`: credits per second; what isn't listed has no known price.
 * `thousand`: what 1,000 credits cost. `failed`: how failed tasks are billed.
 */
export const priceSchema = z.strictObject({
  rates: z.array(rate).check(
    z.maxLength(100),
    z.refine((rates) => new Set(rates.map(keyOfRate)).size === rates.length),
  ),
  thousand: z.nullable(money),
  failed: z.enum(FAILED_TASKS),
})

/** Credits for one second of video, of one model and resolution, with sound or without. */
export type Rate = z.output<typeof rate>
export type Money = z.output<typeof money>
export type FailedTasks = (typeof FAILED_TASKS)[number]
export type Prices = z.output<typeof priceSchema>

/** Before an owner has entered any: seconds and tokens are shown, and no money is invented. */
export const NO_PRICES: Prices = { rates: [], thousand: null, failed: 'unknown' }

/** What a rate is for, as one text. */
export const keyOfRate = ({ model, resolution, sound }: Omit<Rate, 'credits'>): string =>
  `${model} ${resolution} ${sound ? 'sound' : 'silent'}`

/** Credits are kept to the hundredth, so that sums compare as people write them. */
export const roundCredits = (credits: number): number => Math.round(credits * 100) / 100

/** A number of credits that an owner enters: for a budget, or from the provider's console. */
export const creditsSchema = amount
