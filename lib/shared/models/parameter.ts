/**
 * The kinds of parameters. Each travels as text under the provider's own name (a field) and is kept as a value of the
 * settings under the same name in camel case: `generate_audio` as `generateAudio`.
 */

/** One of a few values. With a unit they are numbers in the settings, else texts. */
export type Choice<Value extends string = string, Unit extends 's' | undefined = 's' | undefined> = {
  type: 'choice'
  values: readonly Value[]
  default: Value
  unit: Unit
}
/** Off unless given: `0` or `1` as a field, a boolean in the settings. */
export type Flag = { type: 'flag' }
/** A whole number, bounds included. Left out, the provider's own value holds, and the settings say null. */
export type Integer = { type: 'integer'; min: number; max: number; unit: 's' | undefined }
/** A whole number that the contract wants as text, and that the settings keep as text. */
export type Numeral = { type: 'numeral'; min: number; max: number; default: string }

export type Parameter = Choice | Flag | Integer | Numeral

/** A choice of texts, or with a unit of numbers. */
export function choice<const Value extends string>(
  values: readonly Value[],
  options: { default: NoInfer<Value> },
): Choice<Value, undefined>
export function choice<const Value extends string>(
  values: readonly Value[],
  options: { default: NoInfer<Value>; unit: 's' },
): Choice<Value, 's'>
export function choice<const Value extends string>(
  values: readonly Value[],
  { default: first, unit }: { default: Value; unit?: 's' },
): Choice<Value> {
  return { type: 'choice', values, default: first, unit }
}

export const flag = (): Flag => ({ type: 'flag' })

export const integer = ({ min, max, unit }: { min: number; max: number; unit?: 's' }): Integer => ({
  type: 'integer',
  min,
  max,
  unit,
})

export const numeral = (bounds: { min: number; max: number; default: string }): Numeral => ({
  type: 'numeral',
  ...bounds,
})

/** What a parameter is as a field. */
export type FieldOf<P extends Parameter> = P extends { type: 'choice'; values: readonly (infer Value)[] }
  ? Value
  : P extends Flag
    ? '0' | '1'
    : string

/** What a parameter is among the settings. Any text or number of a choice: an old record may hold one that is no more. */
export type SettingOf<P extends Parameter> = P extends Flag
  ? boolean
  : P extends Integer
    ? number | null
    : P extends { type: 'choice'; unit: 's' }
      ? number
      : string

export type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Rest}`
  ? `${Head}${Capitalize<CamelCase<Rest>>}`
  : Name

/** The name of a parameter among the settings. */
export const settingName = (field: string): string =>
  field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** The field of an untouched form; empty where the provider's own value holds. */
export function defaultField(parameter: Parameter): string {
  switch (parameter.type) {
    case 'flag':
      return '0'
    case 'integer':
      return ''
    default:
      return parameter.default
  }
}

/** A field that is known to be right as a setting; an absent one is the default. */
export function settingOf(
  parameter: Parameter,
  field = defaultField(parameter),
): string | number | boolean | null {
  switch (parameter.type) {
    case 'flag':
      return field === '1'
    case 'integer':
      return field === '' ? null : Number(field)
    case 'choice':
      return parameter.unit ? Number(field) : field
    case 'numeral':
      return field
  }
}

/** A setting as a field; undefined where nothing is sent, so that the provider's own value holds. */
export function fieldOf(setting: unknown): string | undefined {
  if (setting === null || setting === undefined) return undefined
  return typeof setting === 'boolean' ? (setting ? '1' : '0') : `${setting}`
}

/** A setting as an old record holds it. What is not even of the right type counts as absent, and absent is the default. */
export function readSetting(parameter: Parameter, stored: unknown): string | number | boolean | null {
  const byDefault = settingOf(parameter)
  if (parameter.type === 'numeral' && typeof stored === 'number') return `${stored}`
  if (parameter.type === 'integer') return typeof stored === 'number' ? stored : null
  return typeof stored === typeof byDefault &&
    (typeof stored === 'string' || typeof stored === 'number' || typeof stored === 'boolean')
    ? stored
    : byDefault
}
