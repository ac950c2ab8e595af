import { MODELS, type ModelId } from '@/lib/shared/models'
import { keyOfRate, type Rate } from '@/lib/shared/spend/prices'

/** The values of a choice of a model. */
const resolutionsOf = (model: ModelId): readonly string[] => MODELS[model].parameters.resolution.values

const hasSound = (model: ModelId): boolean => Object.hasOwn(MODELS[model].parameters, 'generate_audio')

/** Everything of a model that can have a price of its own, in the order in which it is shown. */
export const priceRows = (models: readonly ModelId[]): Omit<Rate, 'credits'>[] =>
  models.flatMap((model) =>
    resolutionsOf(model).flatMap((resolution) =>
      (hasSound(model) ? [false, true] : [false]).map((sound) => ({ model, resolution, sound })),
    ),
  )

/** The rates of what isn't on offer now, and may be again. */
export const otherRates = (models: readonly ModelId[], rates: readonly Rate[]): Rate[] => {
  const shown = priceRows(models).map(keyOfRate)
  return rates.filter((rate) => !shown.includes(keyOfRate(rate)))
}
