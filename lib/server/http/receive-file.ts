import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { inTemporaryFolder } from '@/lib/server/temporary-folder'
import { bodyOf, refuseLarger } from './body'
import { whileReceiving } from './receiving'

/**
 * Streams a request's body to a temporary file, which lives as long as `use` runs.
 * @param limit bytes
 * @param person whose body it is
 * @throws Problem too_large | invalid_input | upload_stalled | rate_limited
 */
export function receiveFile<T>(
  request: Request,
  limit: number,
  person: string,
  use: (file: string) => Promise<T>,
): Promise<T> {
  refuseLarger(request, limit)
  return inTemporaryFolder(async (folder) => {
    const file = `${folder}/body`
    await whileReceiving(person, () => pipeline(bodyOf(request, limit), createWriteStream(file)))
    return use(file)
  })
}
