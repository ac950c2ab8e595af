import { unpack } from '@/lib/client/storage'
import {
  countOf,
  DEFAULT_FIELDS,
  defaultField,
  type Fields,
  MODEL_IDS,
  type ModelId,
  PARAMETERS,
  parametersOf,
  type Submission,
  toFields,
} from '@/lib/shared/models'

/** An untouched form: the schema’s own defaults. */
export const BLANK = DEFAULT_FIELDS

/** Trimmed input; undefined if empty. */
const typed = (text: string | undefined): string | undefined => text?.trim() || undefined

/**
 * The fields to submit. Leaves out empty ones, for which the default applies, and those that the model doesn’t have. One
 * generation needs no count; an empty count stays, since it is a mistake.
 */
export function withoutEmpty({ model, prompt, count, ...fields }: Fields): Fields {
  const own = parametersOf(model ?? BLANK.model)
  const given = Object.entries(fields).filter(([name, text]) => Object.hasOwn(own, name) && typed(text))
  const asked = count === BLANK.count ? {} : { count }
  return { model, prompt, ...asked, ...Object.fromEntries(given.map(([name, text]) => [name, typed(text)])) }
}

/**
 * Reads stored or typed fields of any version. Missing fields and choices that no longer exist become the default.
 * Free text is kept as it is, and validated on submit.
 * @returns null if `kept` is not a record of fields
 */
export function parseFields(kept: unknown): Fields | null {
  const { member, text, isValid } = unpack(kept)
  if (!isValid()) return null
  const model = MODEL_IDS.find((id) => id === member('model')) ?? BLANK.model
  const own = parametersOf(model)
  const fields = [...PARAMETERS].map(([name, parameter]) => {
    const value = member(name)
    const known = own[name] ?? parameter
    if (typeof value !== 'string') return [name, defaultField(known)]
    const listed = known.type === 'flag' ? ['0', '1'] : known.type === 'choice' ? known.values : [value]
    return [name, listed.includes(value) ? value : defaultField(known)]
  })
  return {
    model,
    prompt: text('prompt', BLANK.prompt),
    count: text('count', BLANK.count),
    ...Object.fromEntries(fields),
  }
}

/** The same fields for another model; values it doesn’t offer become its defaults. */
export const fieldsFor = (model: ModelId, fields: Fields): Fields =>
  parseFields({ ...fields, model }) ?? BLANK

/** The fields that would submit the same again. */
export const fieldsOf = (submission: Submission): Fields =>
  parseFields({ model: submission.model, count: `${countOf(submission)}`, ...toFields(submission) }) ?? BLANK
