import type { Generation } from './generation'
import type { Messages } from './messages/en'
import type { generationEn } from './messages/en/generation'
import { findModel, type Parameter, type ParameterName, parameterEntries, settingName } from './models'

export type Fact = { label: string; value: string }

const HOUR_S = 3_600

/** What a video was made with, in words; a time limit that was left to the provider is left out. Without settings, nothing. */
export function factsOf(
  { composer, parameters }: Pick<Messages, 'composer' | 'parameters'>,
  messages: typeof generationEn,
  { model, settings, video }: Pick<Generation, 'model' | 'settings' | 'video'>,
): Fact[] {
  if (settings === null) return []
  const values = new Map<string, unknown>(Object.entries(settings))
  const factOf = ([name, parameter]: [ParameterName, Parameter]): Fact[] => {
    const value = sayValue(composer, messages, parameter, values.get(settingName(name)))
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

/** A setting in words; null where there is nothing to say. */
function sayValue(
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

/** What two videos were made with differently; `null` where one of them lacks it. */
export function differencesOf(one: readonly Fact[], other: readonly Fact[]) {
  const said = (facts: readonly Fact[], label: string) =>
    facts.find((fact) => fact.label === label)?.value ?? null
  const labels = [...new Set([...one, ...other].map(({ label }) => label))]
  return labels
    .map((label) => ({ label, values: [said(one, label), said(other, label)] as const }))
    .filter(({ values: [first, second] }) => first !== second)
}
