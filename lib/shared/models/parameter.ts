/**
 * The types of parameters. A parameter is sent as text under the provider's name (a field) and stored as a typed value
 * under the same name in camel case (a setting): `generate_audio` becomes `generateAudio`.
 */

/** One of a few values. As a setting it is a number when it has a unit, else text. */
export type Choice<Value extends string = string, Unit extends 's' | undefined = 's' | undefined> = {
  type: 'choice'
  values: readonly Value[]
  default: Value
  unit: Unit
}
/** Off by default: `0` or `1` as a field, a boolean as a setting. */
export type Flag = { type: 'flag' }
/** A whole number, bounds inclusive. When omitted, the provider's default applies and the setting is null. */
export type Integer = { type: 'integer'; min: number; max: number; unit: 's' | undefined }
/** A whole number that the provider's contract types as text; the setting is text, too. */
export type Numeral = { type: 'numeral'; min: number; max: number; default: string }

export type Parameter = Choice | Flag | Integer | Numeral

/** A choice of texts, or of numbers when it has a unit. */
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
  { default: byDefault, unit }: { default: Value; unit?: 's' },
): Choice<Value> {
  return { type: 'choice', values, default: byDefault, unit }
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

/** Type of a parameter as a field. */
export type FieldOf<P extends Parameter> = P extends { type: 'choice'; values: readonly (infer Value)[] }
  ? Value
  : P extends Flag
    ? '0' | '1'
    : string

/** Type of a parameter as a setting. A choice may be any text or number: an old record may hold a value no longer offered. */
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

/** The setting's name for a field: `generate_audio` → `generateAudio`. */
export const settingName = (field: string): string =>
  field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** The field's value in an untouched form; empty where the provider's default applies. */
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

/** Converts a validated field to a setting; an absent field gives the default. */
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

/** Converts a setting to a field; undefined means it is not sent and the provider's default applies. */
export function fieldOf(setting: unknown): string | undefined {
  if (setting === null || setting === undefined) return undefined
  return typeof setting === 'boolean' ? (setting ? '1' : '0') : `${setting}`
}

/** Reads a setting from a record of any age. A value of the wrong type counts as absent and gives the default. */
export function readSetting(parameter: Parameter, stored: unknown): string | number | boolean | null {
  const byDefault = settingOf(parameter)
  if (parameter.type === 'numeral' && typeof stored === 'number') return `${stored}`
  if (parameter.type === 'integer') return typeof stored === 'number' ? stored : null
  return typeof stored === typeof byDefault &&
    (typeof stored === 'string' || typeof stored === 'number' || typeof stored === 'boolean')
    ? stored
    : byDefault
}
