import type { Model } from './define'
import { type CamelCase, defaultField, type FieldOf, type Parameter, type SettingOf } from './parameter'
import { seedance15Pro } from './seedance-1-5-pro'
import { seedance1ProFast } from './seedance-1-pro-fast'
import { seedance2 } from './seedance-2'

/** Every supported model. TENSORSLAB_MODELS selects which of them are offered. */
export const MODELS = {
  'seedance-2': seedance2,
  'seedance-1.5-pro': seedance15Pro,
  'seedance-1-pro-fast': seedance1ProFast,
} as const satisfies Record<string, Model>

export type ModelId = keyof typeof MODELS

/** The model of a submission that names none, and of every record from before there was a choice. */
export const DEFAULT_MODEL = 'seedance-2' satisfies ModelId

/** The models on offer, as TENSORSLAB_MODELS lists them. */
export type OfferedModels = readonly [ModelId, ...ModelId[]]

/** The wanted model, if it is on offer; otherwise DEFAULT_MODEL, or the first where that isn't either. */
export const offeredModel = (offered: OfferedModels, wanted: string = DEFAULT_MODEL): ModelId =>
  [wanted, DEFAULT_MODEL].map((id) => offered.find((one) => one === id)).find((id) => id !== undefined) ??
  offered[0]

export const isModelId = (id: unknown): id is ModelId => typeof id === 'string' && Object.hasOwn(MODELS, id)

export const MODEL_IDS: readonly [ModelId, ...ModelId[]] = [
  DEFAULT_MODEL,
  ...Object.keys(MODELS).filter((id): id is ModelId => id !== DEFAULT_MODEL),
]

type ParametersOf<Id extends ModelId> = (typeof MODELS)[Id]['parameters']
type NamesOf<Id extends ModelId> = Id extends ModelId ? keyof ParametersOf<Id> & string : never

/** The provider's name for a parameter of any model. */
export type ParameterName = NamesOf<ModelId>

type Named<Name extends ParameterName, Id extends ModelId = ModelId> = Id extends ModelId
  ? ParametersOf<Id> extends Record<Name, infer P extends Parameter>
    ? P
    : never
  : never

/** The parameters of all models, each as defined by the first model that has it. */
export const PARAMETERS: ReadonlyMap<string, Parameter> = new Map(
  Object.values<Model>(MODELS)
    .flatMap(({ parameters }) => Object.entries(parameters))
    .filter(([name], index, all) => all.findIndex(([other]) => other === name) === index),
)

/** undefined for a model that is unknown or no longer in the table. */
export const findModel = (id: string): Model | undefined => (isModelId(id) ? MODELS[id] : undefined)

/** The model; the default one when this one is no longer in the table. */
export const modelOrDefault = (id: string): Model => findModel(id) ?? MODELS[DEFAULT_MODEL]

/** The parameters of {@link modelOrDefault}. */
export const parametersOf = (model: string): Readonly<Record<string, Parameter>> =>
  modelOrDefault(model).parameters

/** The most images that any model accepts. */
export const IMAGE_LIMIT = Math.max(...Object.values<Model>(MODELS).map(({ images }) => images))

const isParameterName = (name: string): name is ParameterName => PARAMETERS.has(name)

/** {@link parametersOf} as entries, in display order. */
export const parameterEntries = (model: string): [ParameterName, Parameter][] =>
  Object.entries(parametersOf(model)).flatMap(([name, parameter]) =>
    isParameterName(name) ? [[name, parameter]] : [],
  )

/** The fields of one submission as they are sent: text under the provider's names. An absent field is the default. */
export type Fields = { model?: ModelId | undefined; prompt: string; count?: string | undefined } & {
  [Name in ParameterName]?: FieldOf<Named<Name>> | undefined
}

/** The settings of a submission or a record. Those that its model doesn't have are off, empty or null. */
export type Settings = { [Name in ParameterName as CamelCase<Name>]: SettingOf<Named<Name>> }

/**
 * What the form or an API call sends in, without images. `model` is any text: an old record's model may be gone. `count`: how many
 * generations it asks for, where it says so.
 */
export type Submission = { model: string; prompt: string; settings: Settings; count?: number | undefined }

/** How many generations a submission asks for. */
export const countOf = ({ count = 1 }: Pick<Submission, 'count'>): number => count

/** The fields of an untouched form. */
export const DEFAULT_FIELDS = {
  model: DEFAULT_MODEL,
  prompt: '',
  count: '1',
  ...Object.fromEntries([...PARAMETERS].map(([name, parameter]) => [name, defaultField(parameter)])),
} as Required<Fields>
