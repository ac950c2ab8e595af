import { fieldOf, type Parameter, readSetting, settingName, settingOf } from './parameter'
import { PARAMETERS, parametersOf, type Settings, type Submission } from './table'

/** Every parameter with the name of its setting. Worked out once, because a list reads the settings of every record. */
const ALL = [...PARAMETERS].map(([name, parameter]) => ({ name, setting: settingName(name), parameter }))

/** Builds all settings in table order. `own` is true when the model itself has the parameter. */
const settingsBy = (
  model: string,
  read: (names: { name: string; setting: string }, parameter: Parameter, own: boolean) => unknown,
) => {
  const own = parametersOf(model)
  return Object.fromEntries(
    ALL.map(({ name, setting, parameter }) => [
      setting,
      read({ name, setting }, own[name] ?? parameter, Object.hasOwn(own, name)),
    ]),
  ) as Settings
}

/** Converts fields that were validated against the model's schema to settings. */
export const toSettings = (model: string, fields: Readonly<Record<string, string | undefined>>): Settings =>
  settingsBy(model, ({ name }, parameter, own) => settingOf(parameter, own ? fields[name] : undefined))

/**
 * Reads the settings of a stored record, whichever version wrote it: an absent key gives the default; a value that is no
 * longer offered, or that the model no longer accepts, is kept.
 * @returns null when `stored` is not an object
 */
export function readSettings(model: string, stored: unknown): Settings | null {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return null
  const values = new Map<string, unknown>(Object.entries(stored))
  return settingsBy(model, ({ setting }, parameter) => readSetting(parameter, values.get(setting)))
}

/**
 * The fields sent to the provider: every one that the model accepts, as text. Defaults are spelled out so that nothing
 * depends on the provider's. The model isn't a field: it selects the path.
 */
export function toFields({
  model,
  prompt,
  settings,
}: Submission): Record<string, string> & { prompt: string } {
  const values = new Map<string, unknown>(Object.entries(settings))
  const fields = Object.keys(parametersOf(model)).flatMap((name) => {
    const field = fieldOf(values.get(settingName(name)))
    return field === undefined ? [] : [[name, field]]
  })
  return { prompt, ...Object.fromEntries(fields) }
}
