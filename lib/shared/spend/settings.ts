import * as z from 'zod/mini'
import { creditsSchema, priceSchema } from './prices'

const credits = z.nullable(creditsSchema)

/** Prices and budgets as the API gives them. `everybody`: for each person without one in `people`, by id; `studio`: all together. */
export const spendSettingsSchema = z.extend(priceSchema, {
  budgets: z.object({
    studio: credits,
    everybody: credits,
    people: z.record(z.string(), creditsSchema),
  }),
})

export type SpendSettings = z.output<typeof spendSettingsSchema>
