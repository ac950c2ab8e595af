import { DEFAULT_MODEL, parameterEntries } from '@/lib/shared/models'

/** The parameters shown above Advanced. */
const ABOVE = ['ratio', 'duration', 'resolution', 'generate_audio'] as const

/** A model’s parameters shown in Advanced. */
export const advancedOf = (model: string = DEFAULT_MODEL) =>
  parameterEntries(model).filter(([name]) => !ABOVE.some((above) => above === name))
