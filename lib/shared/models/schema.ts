// Not exported from index.ts, which the first page load needs: these checks are loaded when the form is first touched.
import * as z from 'zod/mini'
import { PROMPT_LIMIT, plainText, promptLength } from '@/lib/shared/prompt'
import { VARIATIONS } from '@/lib/shared/variations'
import { hasBrokenCharacter, isVisible } from '@/lib/shared/visible-text.js'
import type { Parameter } from './parameter'
import { toSettings } from './settings'
import {
  type Fields,
  MODEL_IDS,
  type ModelId,
  type OfferedModels,
  offeredModel,
  PARAMETERS,
  parametersOf,
  type Submission,
} from './table'

const prompt = z.pipe(
  z.string(),
  z.pipe(
    z.transform(plainText),
    z.string().check(
      z.refine(isVisible, { params: { type: 'required' } }),
      z.refine((text) => !hasBrokenCharacter(text), { params: { type: 'broken_character' } }),
      z.refine((text) => promptLength(text) <= PROMPT_LIMIT, {
        params: { type: 'too_long', limit: PROMPT_LIMIT },
      }),
    ),
  ),
)

const wholeNumber = ({ min, max }: { min: number; max: number }) => {
  const within = (text: string) => /^-?\d{1,12}$/.test(text) && Number(text) >= min && Number(text) <= max
  return z.string().check(z.refine(within, { params: { type: 'out_of_range', min, max } }))
}

function schemaOf(parameter: Parameter): z.ZodMiniType<string> {
  if (parameter.type === 'choice') return z.enum(parameter.values)
  return parameter.type === 'flag' ? z.enum(['0', '1']) : wholeNumber(parameter)
}

const parameterSchemas = (model: ModelId) =>
  Object.fromEntries(
    Object.entries(parametersOf(model)).map(([name, parameter]) => [name, z.optional(schemaOf(parameter))]),
  )

/** Flags that only other models have are accepted when off, so that a caller may always send all of them. */
const foreignFlags = (model: ModelId) =>
  Object.fromEntries(
    [...PARAMETERS]
      .filter(([name, { type }]) => type === 'flag' && !Object.hasOwn(parametersOf(model), name))
      .map(([name]) => [name, z.optional(z.literal('0'))]),
  )

const formSchema = (model: ModelId) =>
  z.strictObject({
    model: z.literal(model),
    prompt,
    count: z.optional(wholeNumber(VARIATIONS)),
    ...parameterSchemas(model),
    ...foreignFlags(model),
  })

/**
 * Validates the fields of one submission, in the form and in our route; images are sent separately. Unknown fields and
 * fields that the chosen model doesn't accept are rejected by name; absent fields get their defaults.
 * @param models the models on offer; the first is the default if DEFAULT_MODEL is not among them
 */
export function submissionSchemaFor(models: OfferedModels): z.ZodMiniType<Submission, Fields> {
  const byDefault = offeredModel(models)
  const [first, ...rest] = models
  return z.pipe(
    z.pipe(
      z.custom<Fields>(),
      z.transform((fields): Record<string, unknown> => ({ ...fields, model: fields.model ?? byDefault })),
    ),
    z.pipe(
      z.discriminatedUnion('model', [formSchema(first), ...rest.map(formSchema)]),
      z.transform(
        ({ model, prompt, count, ...given }): Submission => ({
          model,
          prompt,
          settings: toSettings(model, given),
          ...(count !== undefined && { count: Number(count) }),
        }),
      ),
    ),
  )
}

/** The schema with every model of the table on offer. */
export const submissionSchema = submissionSchemaFor(MODEL_IDS)

/** What the provider accepts at a model's path: the same fields without `model` and without other models' flags. */
export const providerSchema = (model: ModelId): z.ZodMiniType<Submission> =>
  z.pipe(
    z.strictObject({ prompt, ...parameterSchemas(model) }),
    z.transform(({ prompt, ...given }) => ({ model, prompt, settings: toSettings(model, given) })),
  )
