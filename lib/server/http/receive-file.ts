import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { bodyOf } from './body'
import { inTemporaryFolder } from './temporary-folder'

/**
 * Streams a request's body to a temporary file, which lives as long as `use` runs.
 * @param limit bytes
 * @throws Problem too_large | invalid_input
 */
export function receiveFile<T>(
  request: Request,
  limit: number,
  use: (file: string) => Promise<T>,
): Promise<T> {
  return inTemporaryFolder(async (folder) => {
    const file = `${folder}/body`
    await pipeline(bodyOf(request, limit), createWriteStream(file))
    return use(file)
  })
}
