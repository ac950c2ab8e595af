import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { DEFAULT_MODEL, defaultField, parametersOf, type Submission, toFields } from '@/lib/shared/models'

/**
 * An image by its content: the same whether it was uploaded before or came along. `given_sha256` is that of the file that was
 * given, which no version changes; `sha256` that of what this studio made of it.
 */
type Hashed = { sha256: string; given_sha256: string | null }

/**
 * All forms in which a submission may have been written down as a hash of what was given; the first is today's. What was
 * left out and what was given as its default are the same, and are no part of it: so a version that knows one parameter
 * more still recognises a submission of before, and neither refuses its repeated key nor sends it twice.
 */
export function fingerprintsOf(
  submission: Submission,
  images: readonly Hashed[],
): [current: string, ...earlier: string[]] {
  const given = givenFields(submission)
  const files = images.map(({ sha256, given_sha256 }) => given_sha256 ?? sha256)
  const current = `2:${hashOf([submission.prompt, given, files])}`
  if (!given.every(([name]) => VERSION_1.has(name))) return [current]
  return [current, hashOf([inVersion1(submission), images.map(({ sha256 }) => sha256)])]
}

/** SHA-256 of a file in hexadecimal digits. */
export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

const hashOf = (asked: unknown): string => createHash('sha256').update(JSON.stringify(asked)).digest('hex')

/** Name and text of each field that is not its default, in the order of their names. */
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

/** What could be given until 0.1.0. */
const VERSION_1: ReadonlySet<string> = new Set([
  ...['ratio', 'duration', 'resolution', 'seed', 'fps'],
  ...['generate_audio', 'return_last_frame', 'websearch', 'execution_expires_after'],
])

/** What was hashed until 0.1.0, to the letter: all settings in this order, defaults too. No more may ever be added. */
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
