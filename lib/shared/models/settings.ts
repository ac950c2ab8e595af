import { fieldOf, type Parameter, readSetting, settingName, settingOf } from './parameter'
import { PARAMETERS, parametersOf, type Settings, type Submission } from './table'

/** All settings there are, in the order of the table; `own` where the model takes the parameter. */
const settingsBy = (model: string, read: (name: string, parameter: Parameter, own: boolean) => unknown) => {
  const own = parametersOf(model)
  return Object.fromEntries(
    [...PARAMETERS].map(([name, parameter]) => [
      settingName(name),
      read(name, own[name] ?? parameter, Object.hasOwn(own, name)),
    ]),
  ) as Settings
}

/** The settings of fields that a model is known to take. */
export const toSettings = (model: string, fields: Readonly<Record<string, string | undefined>>): Settings =>
  settingsBy(model, (name, parameter, own) => settingOf(parameter, own ? fields[name] : undefined))

/**
 * The settings of a stored record, whichever version wrote it: an absent key is the default, a value that is no choice
 * any more is kept, and so is what a model of today would not take.
 * @returns null when it is no record of settings at all
 */
export function readSettings(model: string, stored: unknown): Settings | null {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return null
  const values = new Map<string, unknown>(Object.entries(stored))
  return settingsBy(model, (name, parameter) => readSetting(parameter, values.get(settingName(name))))
}

/**
 * What is sent to the provider: every field that the model takes, as text, defaults spelled out so that nothing hangs on
 * the provider's own. The model itself is not among them: it is the path.
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
