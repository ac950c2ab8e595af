import { config } from '@/lib/server/config.js'
import { Fault } from '@/lib/server/fault'
import { parseTags } from '@/lib/server/generations/change/parse-tags'
import { invalid } from '@/lib/server/invalid-input'
import { findModel, IMAGE_LIMIT, type Submission } from '@/lib/shared/models'
import { submissionSchemaFor } from '@/lib/shared/models/schema'
import { type FieldReason, reasonOf } from '@/lib/shared/reason'

/** A form part, in the order received: text, or a file on disk. `filename` is '' where no file was chosen. */
export type FormPart =
  | { name: string; value: string }
  | { name: string; file: string; filename?: string; bytes: number }

/** An image of a submission: the id of an uploaded one, or a file in the form. */
export type Source = { id: string } | { file: string }

const IMAGES = 'sourceImage'
const TAG = 'tag'

let offered: ReturnType<typeof submissionSchemaFor> | undefined

/** The schema of the models on offer. Kept, because making it takes far longer than parsing with it. */
function schema() {
  offered ??= submissionSchemaFor(config().TENSORSLAB_MODELS)
  return offered
}

/**
 * An empty field, or a file field in which no file was chosen. An image that was meant but is empty, as a file or as the id
 * that a script failed to get, is not absent: the video would be made, and billed, without it.
 */
const isAbsent = (part: FormPart): boolean =>
  'value' in part ? part.value === '' && part.name !== IMAGES : part.bytes === 0 && !part.filename

/**
 * Parses a form with the provider's own field names into a submission, and the tags that its generation gets. Empty fields count as absent.
 * @throws Problem invalid_input naming every wrong field
 */
export function parseForm(parts: FormPart[]): {
  submission: Submission
  sources: Source[]
  tags: string[]
} {
  const reasons: FieldReason[] = []
  const fields = new Map<string, string>()
  const sources: Source[] = []
  const givenTags: string[] = []
  for (const part of parts) {
    if (isAbsent(part)) continue
    if (part.name === IMAGES) sources.push('value' in part ? { id: part.value } : { file: part.file })
    else if (!('value' in part)) reasons.push({ type: 'not_text', field: part.name })
    else if (part.name === TAG) givenTags.push(part.value)
    else if (fields.has(part.name)) reasons.push({ type: 'repeated', field: part.name })
    else fields.set(part.name, part.value)
  }

  const parsed = parseFields(fields, sources.length)
  reasons.push(...parsed.reasons)
  const { tags, reasons: wrongTags } = parseTags(givenTags, TAG)
  reasons.push(...wrongTags)
  const [first, ...rest] = reasons
  if (first) throw invalid([first, ...rest])
  if (!parsed.submission) throw new Fault('a submission was refused without a reason')
  return { submission: parsed.submission, sources, tags }
}

/** Reads the fields of one submission, by the provider's names, and checks how many images come with it. */
export function parseFields(
  fields: ReadonlyMap<string, string>,
  images: number,
): { submission: Submission | undefined; reasons: FieldReason[] } {
  const parsed = schema().safeParse(Object.fromEntries(fields), { reportInput: true })
  const limit = (parsed.data && findModel(parsed.data.model)?.images) ?? IMAGE_LIMIT
  const reasons = parsed.success ? [] : parsed.error.issues.map(reasonOf)
  if (images > limit) reasons.unshift({ type: 'too_many_images', field: IMAGES, limit })
  return { submission: parsed.data, reasons }
}
