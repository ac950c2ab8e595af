import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factsOf } from '@/lib/shared/facts'
import { en } from '@/lib/shared/messages/en'
import { generationEn } from '@/lib/shared/messages/en/generation'
import {
  defaultField,
  type Fields,
  MODEL_IDS,
  type ModelId,
  type Parameter,
  type ParameterName,
  parameterEntries,
  readSettings,
  settingName,
  toFields,
} from '@/lib/shared/models'
import { providerSchema, submissionSchema } from '@/lib/shared/models/schema'
import { VARIATIONS } from '@/lib/shared/variations'
import { isVisible } from '@/lib/shared/visible-text.js'
import { BLANK, fieldsFor, fieldsOf, withoutEmpty } from './fields'

/** Every value that a field can have, including the empty one of an untouched form. */
function valuesOf(parameter: Parameter): fc.Arbitrary<string> {
  if (parameter.type === 'flag') return fc.constantFrom('0', '1')
  if (parameter.type === 'choice') return fc.constantFrom(...parameter.values)
  const { min, max } = parameter
  const whole = fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max })).map(String)
  return fc.oneof(whole, fc.constant(defaultField(parameter)))
}

/** A form with a value for every parameter of a model. */
const formOf = (model: ModelId): fc.Arbitrary<Fields> =>
  fc
    .record({
      prompt: fc.string({ minLength: 1, unit: 'grapheme' }).filter(isVisible),
      count: fc.integer(VARIATIONS).map(String),
      ...Object.fromEntries(parameterEntries(model).map(([name, parameter]) => [name, valuesOf(parameter)])),
    })
    .map((fields) => fieldsFor(model, { ...BLANK, ...fields }))

/** The way from the form through the server to the stored record. */
function recorded(form: Fields) {
  const submission = submissionSchema.parse(withoutEmpty(form))
  const stored: unknown = JSON.parse(JSON.stringify(submission.settings))
  const settings = readSettings(submission.model, stored)
  if (!settings) throw new Error('the record does not read')
  return { submission, record: { ...submission, settings } }
}

const factOf = (form: Fields, name: ParameterName): string | undefined => {
  const facts = factsOf(en, generationEn, { ...recorded(form).record, seed: null, video: null })
  return facts.find(({ label }) => label === en.parameters[name].label)?.value
}

describe.each(MODEL_IDS)('%s', (model) => {
  test('the form’s values reach the provider, the record and a refilled form unchanged', () => {
    const property = fc.property(formOf(model), (form) => {
      const { submission, record } = recorded(form)
      expect(record).toEqual(submission)
      expect(fieldsOf(record)).toEqual(form)
      const sent = toFields(record)
      // How many are made is between the form and us.
      expect(providerSchema(model).parse(sent)).toEqual({ ...submission, count: undefined })
      for (const [name] of parameterEntries(model)) expect(sent[name] ?? '').toBe(form[name])
    })
    fc.assert(property)
  })

  test.each(parameterEntries(model))(
    '%s: the generation’s page shows different values differently',
    (name, parameter) => {
      const property = fc.property(valuesOf(parameter), valuesOf(parameter), (one, other) => {
        const [first, second] = [one, other].map((value) =>
          factOf(fieldsFor(model, { ...BLANK, prompt: 'Tide.', [name]: value }), name),
        )
        expect(first === second).toBe(one === other)
      })
      fc.assert(property)
    },
  )

  test.each(parameterEntries(model))(
    '%s: a record from before the parameter existed reads as its default',
    (name) => {
      const property = fc.property(formOf(model), (form) => {
        const { settings } = recorded(form).record
        const { [settingName(name)]: _, ...without } = { ...settings } as Record<string, unknown>
        const { record } = recorded(fieldsFor(model, { ...form, [name]: undefined }))
        expect(readSettings(model, without)).toEqual(record.settings)
      })
      fc.assert(property)
    },
  )
})
