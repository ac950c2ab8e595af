export type { Model } from './define'
export { IMAGE, type ImageBounds } from './image'
export { defaultField, fieldOf, type Integer, type Parameter, settingName } from './parameter'
export {
  closestRatio,
  FIXED_RATIOS,
  type FixedRatio,
  isFixedRatio,
  PIXELS,
  type Pixels,
  RATIOS,
  type Ratio,
} from './pixels'
export { readSettings, toFields } from './settings'
export {
  countOf,
  DEFAULT_FIELDS,
  DEFAULT_MODEL,
  type Fields,
  findModel,
  IMAGE_LIMIT,
  isModelId,
  MODEL_IDS,
  MODELS,
  type ModelId,
  modelOrDefault,
  type OfferedModels,
  offeredModel,
  PARAMETERS,
  type ParameterName,
  parameterEntries,
  parametersOf,
  type Settings,
  type Submission,
} from './table'
