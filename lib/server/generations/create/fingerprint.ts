import { createHash } from 'node:crypto'
import { DEFAULT_MODEL, defaultField, parametersOf, type Submission, toFields } from '@/lib/shared/models'

/**
 * An image's content hashes, the same whether it was uploaded before or with the form. `given_sha256` is that of the file as
 * given, which no version changes; `sha256` that of our re-encoded copy.
 */
type Hashed = { sha256: string; given_sha256: string | null }

/**
 * Every fingerprint a submission may be stored under: a hash of what was given, the current format first. A parameter left out
 * and one given as its default hash the same, since defaults are omitted. A version that adds a parameter therefore still
 * recognises older submissions: it neither refuses a repeated key nor sends twice.
 * @param submission as it was given, also where several generations with seeds of their own come of it
 */
export function fingerprintsOf(
  submission: Submission,
  images: readonly Hashed[],
): [current: string, ...earlier: string[]] {
  const given = givenFields(submission)
  const files = images.map(({ sha256, given_sha256 }) => given_sha256 ?? sha256)
  const { count } = submission
  if (count !== undefined) return [`${COUNTED}${hashOf([submission.prompt, given, files, count])}`]
  const current = `2:${hashOf([submission.prompt, given, files])}`
  if (!given.every(([name]) => VERSION_1.has(name))) return [current]
  return [current, hashOf([inVersion1(submission), images.map(({ sha256 }) => sha256)])]
}

const COUNTED = 'count:'

/** Whether it is that of a submission that said how many generations it asks for. */
export const isCounted = (fingerprint: string): boolean => fingerprint.startsWith(COUNTED)

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** Name and form text of each field that is not its default, sorted by name. */
function givenFields(submission: Submission): [name: string, field: string][] {
  const { prompt: _, ...fields } = toFields(submission)
  const parameters = parametersOf(submission.model)
  const given = Object.entries(fields).filter(([name, field]) => {
    const parameter = parameters[name]
    return parameter === undefined || field !== defaultField(parameter)
  })
  if (submission.model !== DEFAULT_MODEL) given.push(['model', submission.model])
  return given.sort(([one], [other]) => (one < other ? -1 : 1))
}

/** The parameters that 0.1.0 accepted. */
const VERSION_1: ReadonlySet<string> = new Set([
  ...['ratio', 'duration', 'resolution', 'seed', 'fps'],
  ...['generate_audio', 'return_last_frame', 'websearch', 'execution_expires_after'],
])

/** Exactly what 0.1.0 hashed: all settings in this order, including defaults. Never add to it. */
function inVersion1({ prompt, settings }: Submission) {
  const { ratio, duration, resolution, seed, fps } = settings
  const { generateAudio, returnLastFrame, websearch, executionExpiresAfter } = settings
  return {
    prompt,
    settings: {
      ...{ ratio, duration, resolution, seed, fps },
      ...{ generateAudio, returnLastFrame, websearch, executionExpiresAfter },
    },
  }
}
