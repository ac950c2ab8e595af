import { DEFAULT_MODEL, parameterEntries } from '@/lib/shared/models'

/** What stands in the open, above Advanced. */
export const SHAPE = ['ratio', 'duration', 'resolution'] as const

/** The parameters of a model that Advanced holds. */
export const advancedOf = (model: string = DEFAULT_MODEL) =>
  parameterEntries(model).filter(([name]) => !SHAPE.some((open) => open === name))
