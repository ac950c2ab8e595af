import { unpack } from '@/lib/client/storage'
import {
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

/** The form before anybody touched it: the defaults that the schema itself gives. */
export const BLANK = DEFAULT_FIELDS

/** What is left of what was typed: nothing, where the default holds. */
const typed = (text: string | undefined): string | undefined => text?.trim() || undefined

/**
 * The fields to be sent. What was left empty is not among them, so that the default holds, and neither is what the chosen
 * model does not take.
 */
export function withoutEmpty({ model, prompt, ...fields }: Fields): Fields {
  const own = parametersOf(model ?? BLANK.model)
  const given = Object.entries(fields).filter(([name, text]) => Object.hasOwn(own, name) && typed(text))
  return { model, prompt, ...Object.fromEntries(given.map(([name, text]) => [name, typed(text)])) }
}

/**
 * The fields in what was kept or typed, whichever version kept it: an absent field is the default, and so is a choice that
 * is none any more. Any text may be in a draft: what is wrong with it is said when it is sent.
 * @returns null when it is no record of fields at all
 */
export function parseFields(kept: unknown): Fields | null {
  const { member, text, fits } = unpack(kept)
  if (!fits()) return null
  const model = MODEL_IDS.find((id) => id === member('model')) ?? BLANK.model
  const own = parametersOf(model)
  const fields = [...PARAMETERS].map(([name, parameter]) => {
    const value = member(name)
    const known = own[name] ?? parameter
    if (typeof value !== 'string') return [name, defaultField(known)]
    const listed = known.type === 'flag' ? ['0', '1'] : known.type === 'choice' ? known.values : [value]
    return [name, listed.includes(value) ? value : defaultField(known)]
  })
  return { model, prompt: text('prompt', BLANK.prompt), ...Object.fromEntries(fields) }
}

/** The same fields for another model: what that does not offer is its default. */
export const fieldsFor = (model: ModelId, fields: Fields): Fields =>
  parseFields({ ...fields, model }) ?? BLANK

/** The fields by which a form asks for the same again. */
export const fieldsOf = (submission: Submission): Fields =>
  parseFields({ model: submission.model, ...toFields(submission) }) ?? BLANK
