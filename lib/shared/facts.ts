import type { Generation } from './generation'
import type { Messages } from './messages/en'
import type { generationEn } from './messages/en/generation'
import {
  defaultField,
  fieldOf,
  findModel,
  type Parameter,
  type ParameterName,
  parameterEntries,
  settingName,
} from './models'

export type Fact = { label: string; value: string }

const HOUR_S = 3_600

/** Settings that everybody chooses; of the others, only what differs from the default tells anything about a video. */
const ALWAYS: readonly ParameterName[] = ['ratio', 'duration', 'resolution']

type Texts = Pick<Messages, 'composer' | 'parameters'>
type Made = Pick<Generation, 'model' | 'settings' | 'seed' | 'video'>
type IsWanted = (name: ParameterName, parameter: Parameter, setting: unknown) => boolean

/**
 * The settings a video was made with, as label and text. A time limit left to the provider is omitted; a record whose
 * settings can't be read has no facts.
 */
export const factsOf = (texts: Texts, messages: typeof generationEn, made: Made): Fact[] =>
  listFacts(texts, messages, made, () => true)

/** {@link factsOf} without what was left at its default. */
export const notableFactsOf = (texts: Texts, messages: typeof generationEn, made: Made): Fact[] =>
  listFacts(
    texts,
    messages,
    made,
    (name, parameter, setting) =>
      ALWAYS.includes(name) || (fieldOf(setting) ?? '') !== defaultField(parameter),
  )

function listFacts(
  { composer, parameters }: Texts,
  messages: typeof generationEn,
  { model, settings, seed, video }: Made,
  isWanted: IsWanted,
): Fact[] {
  if (settings === null) return []
  // The seed that it was made with says more than what was asked for, mostly none.
  const values = new Map<string, unknown>(Object.entries({ ...settings, seed: seed ?? settings.seed }))
  const factOf = ([name, parameter]: [ParameterName, Parameter]): Fact[] => {
    const setting = values.get(settingName(name))
    if (!isWanted(name, parameter, setting)) return []
    const value = formatSetting(composer, messages, parameter, setting)
    return value === null ? [] : [{ label: parameters[name].label, value }]
  }
  const [ratio = [], ...rest] = parameterEntries(model).map(factOf)
  return [
    { label: composer.model, value: findModel(model)?.label ?? model },
    ...ratio,
    ...(video ? [{ label: messages.size, value: messages.pixels(video.width, video.height) }] : []),
    ...rest.flat(),
  ]
}

/** A setting as text; null to omit it. */
function formatSetting(
  composer: Messages['composer'],
  messages: typeof generationEn,
  parameter: Parameter,
  setting: unknown,
): string | null {
  if (typeof setting === 'boolean') return setting ? messages.yes : messages.no
  if (parameter.type === 'integer') {
    if (typeof setting !== 'number') return parameter.unit === 's' ? null : messages.ownSeed
    if (parameter.unit !== 's') return `${setting}`
    return setting % HOUR_S === 0 ? composer.hours(setting / HOUR_S) : composer.seconds(setting)
  }
  if (setting === 'adaptive') return composer.adaptive
  return typeof setting === 'number' ? composer.seconds(setting) : `${setting}`
}

/** The facts in which videos differ, with the value of each; `null` where a video doesn't have that fact. */
export function differencesOf(videos: readonly (readonly Fact[])[]) {
  const labels = [...new Set(videos.flat().map(({ label }) => label))]
  return labels
    .map((label) => ({
      label,
      values: videos.map((facts) => facts.find((fact) => fact.label === label)?.value ?? null),
    }))
    .filter(({ values }) => new Set(values).size > 1)
}
