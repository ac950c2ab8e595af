import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { invalid } from '@/lib/server/invalid-input'
import { inTemporaryFolder } from '@/lib/server/temporary-folder'
import { parseJson } from '@/lib/shared/parse-json'
import { Problem } from '@/lib/shared/problem'
import { BODY } from '@/lib/shared/reason'
import { hasBrokenCharacter } from '@/lib/shared/visible-text.js'
import { bodyOf, refuseLarger } from './body'
import { headerParameters } from './header-parameters'
import { whileReceiving } from './receiving'
import { decodeUtf8 } from './utf8'

/**
 * Streams a request's body to a temporary file, which is deleted after `use`.
 * @param limit bytes
 * @param user the sender's id
 * @throws Problem too_large | invalid_input | upload_stalled | rate_limited
 */
export function receiveFile<T>(
  request: Request,
  limit: number,
  user: string,
  use: (file: string) => Promise<T>,
): Promise<T> {
  refuseLarger(request, limit)
  return inTemporaryFolder(async (folder) => {
    const file = `${folder}/body`
    await whileReceiving(user, () => pipeline(bodyOf(request, limit), createWriteStream(file)))
    return use(file)
  })
}

const MAX_JSON = 10_000 // bytes

/**
 * Reads a JSON body.
 * @param limit bytes
 * @throws Problem invalid_input | too_large | upload_stalled
 */
export async function receiveJson(request: Request, limit = MAX_JSON): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of bodyOf(request, limit)) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  const charset = headerParameters(request.headers.get('content-type') ?? '')?.get('charset')
  const text = decodeUtf8(bytes, charset)
  if (text === undefined) {
    const field = fieldOf(parseJson(bytes.toString('utf8')), (part) => part.includes('\ufffd')) || BODY
    throw invalid([{ type: 'not_utf8', field, part: 'value' }])
  }
  const body = parseJson(text)
  if (body === undefined) throw new Problem('invalid_input', 'The body must be JSON.')
  const broken = fieldOf(body, hasBrokenCharacter)
  if (broken !== undefined) throw invalid([{ type: 'broken_character', field: broken || BODY }])
  return body
}

/** The path of the first text, or name, for which `isWrong`; undefined when there is none. */
function fieldOf(
  value: unknown,
  isWrong: (text: string) => boolean,
  path: string[] = [],
): string | undefined {
  if (typeof value === 'string') return isWrong(value) ? path.join('.') : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, inner] of Object.entries(value)) {
    if (isWrong(name)) return path.join('.')
    const found = fieldOf(inner, isWrong, [...path, name])
    if (found !== undefined) return found
  }
  return undefined
}
