import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { inTemporaryFolder } from '@/lib/server/temporary-folder'
import { Problem } from '@/lib/shared/problem'
import { bodyOf, refuseLarger } from './body'
import { whileReceiving } from './receiving'

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

/** Reads a small JSON body. @throws Problem invalid_input | too_large | upload_stalled */
export async function receiveJson(request: Request): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of bodyOf(request, MAX_JSON)) chunks.push(chunk)
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch (cause) {
    throw new Problem('invalid_input', 'The body must be JSON.', { cause })
  }
}
