import { DEFAULT_MODEL, parameterEntries } from '@/lib/shared/models'

/** The parameters shown above Advanced. */
const SHAPE = ['ratio', 'duration', 'resolution'] as const

/** A model’s parameters shown in Advanced. */
export const advancedOf = (model: string = DEFAULT_MODEL) =>
  parameterEntries(model).filter(([name]) => !SHAPE.some((open) => open === name))
